package io.pacelight.embedded;

import de.bwaldvogel.mongo.ServerVersion;
import io.pacelight.embedded.store.OrderedBackend;
import io.pacelight.embedded.wire.StoreServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * A document store in this JVM that the ordinary MongoDB driver talks to, on the loopback address only.
 *
 * <p>With a directory it keeps what it acknowledged, whatever happens to the process. It serves what Pacelight asks of MongoDB
 * and nothing more: no sessions, transactions, pipeline updates or TTL, and aggregations that read every document.
 */
public final class EmbeddedStore implements AutoCloseable {
    private static final String FILE_NAME = "store.mv";

    private final StoreServer server;

    private EmbeddedStore(StoreServer server) {
        this.server = server;
    }

    /** Opens the store in that directory, or one in memory, and serves it; port 0 means a free one. */
    public static EmbeddedStore start(@Nullable Path dirOrNullForMemory, int port) {
        return start(dirOrNullForMemory, Ports.LOOPBACK, port == 0 ? 0 : Ports.free(port, "store"));
    }

    /** The same on another address: inside a container, where the loopback address is nobody else's. */
    public static EmbeddedStore start(@Nullable Path dirOrNullForMemory, InetAddress address, int port) {
        QuietLogs.apply();
        OrderedBackend backend = open(dirOrNullForMemory);
        backend.version(
                ServerVersion.MONGO_5_0); // the wire version the driver is built for must not move with an upgrade
        return new EmbeddedStore(new StoreServer(backend, new InetSocketAddress(address, port)));
    }

    /** What a MongoDB client connects with; it names no database. */
    public String connectionString() {
        return "mongodb://" + Ports.HOST + ":" + port();
    }

    public int port() {
        return server.address().getPort();
    }

    @Override
    public void close() {
        server.close();
    }

    private static OrderedBackend open(@Nullable Path directory) {
        if (directory == null) return OrderedBackend.open(null);
        try {
            return OrderedBackend.open(
                    Files.createDirectories(directory.toAbsolutePath()).resolve(FILE_NAME));
        } catch (IOException e) {
            throw new UncheckedIOException("The store can't use " + directory, e);
        } catch (MVStoreException e) {
            throw new IllegalStateException("The store in " + directory + " can't be opened: " + e.getMessage(), e);
        }
    }
}
