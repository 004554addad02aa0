package io.pacelight.docker.standin;

import io.pacelight.embedded.EmbeddedStore;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** For {@code mongo}: the embedded store on MongoDB's port, kept in MongoDB's folder. It is not MongoDB. */
public final class MongoStandIn {
    private static final int PORT = 27017;

    private MongoStandIn() {}

    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedStore store = EmbeddedStore.start(Path.of("/data/db"), InetAddress.ofLiteral("0.0.0.0"), PORT);
        Runtime.getRuntime().addShutdownHook(new Thread(store::close, "stop"));
        System.out.println("Waiting for connections");
        new CountDownLatch(1).await();
    }
}
