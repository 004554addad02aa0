package io.pacelight.embedded.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** One collection: documents as BSON in the order of their ids. */
final class OrderedCollection extends AbstractMongoCollection<Key> {
    private final MVMap<Key, byte[]> documents;

    OrderedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Key, byte[]> documents,
            CursorRegistry cursors) {
        super(database, name, options, cursors);
        this.documents = documents;
    }

    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        Scan scan = bestScan(query, orderBy);
        if (scan == null) return matchDocuments(query, orderBy, skip, limit, batchSize, projection);
        int direction = scan.direction(orderBy);
        Stream<Document> found = scan.positions(direction < 0).map(this::getDocument);
        return matchDocumentsFromStream(
                found, query, direction == 0 ? orderBy : null, skip, limit, batchSize, projection);
    }

    /** The scan that narrows most; if none does, one that spares the sorting; if none does that either, none. */
    private @Nullable Scan bestScan(Document query, @Nullable Document orderBy) {
        Conditions conditions = Conditions.of(query);
        Scan best = null;
        for (Index<Key> index : getIndexes()) {
            Scan scan = Scan.of((OrderedIndex) index, conditions);
            boolean useful = scan.narrows() || (orderBy != null && scan.direction(orderBy) != 0);
            if (useful && (best == null || scan.worth() > best.worth())) best = scan;
        }
        return best;
    }

    @Override
    protected QueryResult matchDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        Stream<Document> all =
                Walk.overAll(documents, isNaturalDescending(orderBy)).map(step -> Bson.decode(step.value()));
        return matchDocumentsFromStream(all, query, orderBy, skip, limit, batchSize, projection);
    }

    @Override
    protected Document getDocument(Key position) {
        byte[] bytes = documents.get(position);
        if (bytes == null)
            throw new NoSuchElementException("An index names a document that is not in " + getFullName());
        return Bson.decode(bytes);
    }

    @Override
    protected Key addDocumentInternal(Document document) {
        Object id = getIdField() == null ? UUID.randomUUID() : document.get(getIdField());
        Key position = KeyWriter.keyOf(id);
        documents.put(position, Bson.encode(document));
        return position;
    }

    @Override
    protected void handleUpdate(Key position, Document before, Document after) {
        documents.put(position, Bson.encode(after));
    }

    @Override
    protected void removeDocument(Key position) {
        documents.remove(position);
    }

    @Override
    protected Stream<DocumentWithPosition<Key>> streamAllDocumentsWithPosition() {
        return Walk.overAll(documents, false)
                .map(step -> new DocumentWithPosition<>(Bson.decode(step.value()), step.key()));
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    /** Adding sizes up at every write would cost more than adding them up when somebody asks. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int delta) {}

    @Override
    protected int getDataSize() {
        long size = Walk.overAll(documents, false)
                .mapToLong(step -> step.value().length)
                .sum();
        return (int) Math.min(size, Integer.MAX_VALUE);
    }
}
