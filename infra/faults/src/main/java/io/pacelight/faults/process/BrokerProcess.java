package io.pacelight.faults.process;

import io.pacelight.embedded.EmbeddedBroker;
import java.nio.file.Path;

/** A real Kafka in this JVM: data directory, own port, and the port that clients are told, where the proxy listens. */
public final class BrokerProcess {
    private BrokerProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        Orphans.endWithParent();
        try (EmbeddedBroker broker = EmbeddedBroker.start(
                Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]))) {
            System.out.println("broker " + broker.bootstrapServers());
            Thread.currentThread().join();
        }
    }
}
