package io.pacelight.embedded.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexNotFoundException;
import de.bwaldvogel.mongo.exception.InvalidNamespaceError;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;

/** One database: which collections and indexes it has, and where in the file they are. */
final class OrderedDatabase extends AbstractSynchronizedMongoDatabase<Key> {
    private static final int COMMAND_NOT_SUPPORTED = 115;

    private static final String PRIMARY = "_id_";
    private static final String SYSTEM = "system.";

    private final StoreFile file;

    OrderedDatabase(String name, StoreFile file, CursorRegistry cursors) {
        super(name, cursors);
        this.file = file;
        initializeNamespacesAndIndexes();
    }

    @Override
    protected MongoCollection<Key> openOrCreateCollection(String name, CollectionOptions options) {
        return new OrderedCollection(
                this, name, options, file.documents(getFullCollectionNamespace(name)), cursorRegistry);
    }

    @Override
    protected Index<Key> openOrCreateUniqueIndex(String collection, String name, List<IndexKey> keys, boolean sparse) {
        String namespace = getFullCollectionNamespace(collection);
        boolean primary = keys.size() == 1 && keys.getFirst().getKey().equals("_id");
        return primary
                ? new PrimaryIndex(name, file.documents(namespace))
                : secondary(namespace, name, keys, sparse, true);
    }

    @Override
    protected Index<Key> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return secondary(getFullCollectionNamespace(collection), name, keys, sparse, false);
    }

    private SecondaryIndex secondary(
            String namespace, String name, List<IndexKey> keys, boolean sparse, boolean unique) {
        return new SecondaryIndex(
                name,
                keys,
                sparse,
                unique,
                file.entries(namespace, name),
                file.documents(namespace),
                file.listFields(namespace, name));
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "find" -> find(String.valueOf(query.get(command)), query);
            case "insert" -> InsertCommand.run(writable(String.valueOf(query.get(command))), query);
            case "update" ->
                new UpdateCommand(
                                writable(String.valueOf(query.get(command))),
                                query,
                                one -> super.handleCommand(channel, command, one, databases, oplog))
                        .run();
            case "dropindexes" -> dropIndexes(channel, command, query, databases, oplog);
            case "aggregate" -> aggregate(channel, command, query, databases, oplog);
            default -> super.handleCommand(channel, command, query, databases, oplog);
        };
    }

    private Document find(String collection, Document query) {
        return resolveCollection(collection, false) instanceof OrderedCollection found
                ? found.find(FindCommand.of(query))
                : FindCommand.answer(getFullCollectionNamespace(collection), "firstBatch", List.of(), 0);
    }

    /** The collection, made if it isn't there yet; those that describe the others are not for clients to write. */
    private OrderedCollection writable(String collection) {
        if (collection.startsWith(SYSTEM)) throw new InvalidNamespaceError(getFullCollectionNamespace(collection));
        return (OrderedCollection) resolveOrCreateCollection(collection);
    }

    /** By name, the index of every collection that has one so called would be forgotten; so each is dropped by its keys. */
    private Document dropIndexes(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        MongoCollection<Key> collection = resolveCollection(String.valueOf(query.get(command)), false);
        Object wanted = query.get("index");
        if (collection == null || !(wanted instanceof String name))
            return super.handleCommand(channel, command, query, databases, oplog);
        List<Index<Key>> named = collection.getIndexes().stream()
                .filter(index -> !index.getName().equals(PRIMARY) && (name.equals("*") || name.equals(index.getName())))
                .toList();
        if (named.isEmpty() && !name.equals("*"))
            throw new IndexNotFoundException("index not found with name [" + name + "]");
        for (Index<Key> index : named) {
            Document one = query.clone();
            one.put("index", index.toIndexDescription().get("key"));
            super.handleCommand(channel, command, one, databases, oplog);
        }
        return new Document("ok", 1.0);
    }

    /** Reads by the first {@code $match} where there is one, instead of everything. */
    private Document aggregate(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        List<Document> pipeline = Commands.pipeline(query);
        Document match = Commands.leadingMatch(pipeline);
        MongoCollection<Key> collection =
                match == null ? null : resolveCollection(String.valueOf(query.get(command)), false);
        if (match == null || collection == null) return super.handleCommand(channel, command, query, databases, oplog);
        Aggregation aggregation = Aggregation.fromPipeline(pipeline, databases, this, collection, oplog);
        aggregation.validate(query);
        List<Document> results = Commands.counts(pipeline)
                ? List.of(new Document("_id", 1).append("n", collection.count(match, 0, 0)))
                : aggregation.runStages(collection.handleQueryAsStream(match));
        Document cursor =
                new Document("id", 0L).append("ns", collection.getFullName()).append("firstBatch", results);
        return new Document("cursor", cursor).append("ok", 1.0);
    }

    /** What this store would silently not do, it refuses. */
    @Override
    protected synchronized void addIndex(Document description) {
        for (String option : List.of("partialFilterExpression", "expireAfterSeconds", "collation"))
            if (description.containsKey(option))
                throw new MongoServerError(COMMAND_NOT_SUPPORTED, "The embedded store has no indexes with " + option);
        super.addIndex(description);
    }

    @Override
    protected void dropIndex(MongoCollection<Key> collection, String name) {
        super.dropIndex(collection, name);
        if (!name.equals(PRIMARY)) file.dropEntries(collection.getFullName(), name);
    }

    @Override
    public void dropCollection(String name, Oplog oplog) {
        super.dropCollection(name, oplog);
        file.dropDocuments(getFullCollectionNamespace(name));
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String name) {
        throw new MongoServerError(COMMAND_NOT_SUPPORTED, "The embedded store does not rename collections");
    }

    @Override
    protected long getStorageSize() {
        return file.size();
    }

    @Override
    protected long getFileSize() {
        return file.size();
    }
}
