package io.pacelight.embedded.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Takes the commands of all connections. A write command has the store to itself and is committed before it is answered; reads
 * run beside each other and see committed writes only.
 */
public final class OrderedBackend extends AbstractMongoBackend {
    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "create",
            "createindexes",
            "drop",
            "dropindexes",
            "dropdatabase");

    private final StoreFile file;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private OrderedBackend(StoreFile file) {
        this.file = file;
        file.databases().forEach(this::resolveDatabase);
    }

    /** Opens the store in that file, or a new one in memory. */
    public static OrderedBackend open(@Nullable Path path) {
        return new OrderedBackend(StoreFile.open(path));
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new OrderedDatabase(name, file, getCursorRegistry());
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        return writes(command, query)
                ? write(channel, database, command, query)
                : read(channel, database, command, query);
    }

    private Document write(Channel channel, String database, String command, Document query) {
        Lock alone = lock.writeLock();
        alone.lock();
        try {
            return super.handleCommand(channel, database, command, query);
        } finally {
            try {
                file.commit();
            } finally {
                alone.unlock();
            }
        }
    }

    private Document read(Channel channel, String database, String command, Document query) {
        Lock together = lock.readLock();
        together.lock();
        try {
            return super.handleCommand(channel, database, command, query);
        } finally {
            together.unlock();
        }
    }

    private static boolean writes(String command, Document query) {
        if (command.equalsIgnoreCase("aggregate")) return writesItsResult(query);
        return WRITES.contains(command.toLowerCase(Locale.ROOT));
    }

    private static boolean writesItsResult(Document query) {
        return query.get("pipeline") instanceof List<?> stages
                && stages.stream()
                        .anyMatch(stage -> stage instanceof Document step
                                && (step.containsKey("$out") || step.containsKey("$merge")));
    }

    @Override
    public void close() {
        super.close();
        file.close();
    }
}
