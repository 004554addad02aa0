package io.pacelight.embedded.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.netty.channel.Channel;
import io.pacelight.embedded.bson.RawBson;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the commands of all connections. A write command has the store to itself and is committed before it is answered; reads
 * run beside each other and see committed writes only: while a full disk keeps a write from being committed nothing is read, since
 * whoever read it would take for kept what a kill may still undo.
 *
 * <p>What finds answer lists documents as {@link RawBson bytes}, which only {@link io.pacelight.embedded.wire.StoreServer} can
 * send.
 */
public final class OrderedBackend extends AbstractMongoBackend {
    private static final Logger log = LoggerFactory.getLogger(OrderedBackend.class);

    private final StoreFile file;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    OrderedBackend(StoreFile file) {
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
        try {
            return Commands.writes(command, query)
                    ? write(channel, database, command, query)
                    : read(channel, database, command, query);
        } catch (MongoServerException refused) {
            throw refused;
        } catch (RuntimeException e) {
            log.error("Command failed: command={} database={} collection={}", command, database, query.get(command), e);
            throw e;
        }
    }

    @Override
    protected Document handleGetMore(String database, String command, Document query) {
        CursorRegistry cursors = getCursorRegistry();
        if (!(query.get(command) instanceof Number id)
                || !(cursors.getCursor(id.longValue()) instanceof PagedCursor more))
            return super.handleGetMore(database, command, query);
        List<RawBson> page = more.nextPage(query.get("batchSize") instanceof Number size ? size.intValue() : 0);
        if (more.isEmpty()) cursors.remove(more);
        return FindCommand.answer(
                database + "." + query.get("collection"), "nextBatch", page, more.isEmpty() ? 0 : more.getId());
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
            while (file.isBehind()) {
                together.unlock();
                try {
                    catchUp();
                } finally {
                    together.lock();
                }
            }
            return super.handleCommand(channel, database, command, query);
        } finally {
            together.unlock();
        }
    }

    /** @throws java.io.UncheckedIOException if what an earlier command changed still can't be committed */
    private void catchUp() {
        Lock alone = lock.writeLock();
        alone.lock();
        try {
            file.commit();
        } finally {
            alone.unlock();
        }
    }

    @Override
    public void close() {
        super.close();
        file.close();
    }
}
