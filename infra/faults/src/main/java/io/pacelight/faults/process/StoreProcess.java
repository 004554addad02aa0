package io.pacelight.faults.process;

import io.pacelight.embedded.EmbeddedStore;
import java.nio.file.Path;

/** The store in this JVM: data directory and port. */
public final class StoreProcess {
    private StoreProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        Orphans.endWithParent();
        try (EmbeddedStore store = EmbeddedStore.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]))) {
            System.out.println("store " + store.connectionString());
            Thread.currentThread().join();
        }
    }
}
