package io.pacelight.embedded.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One collection: documents as BSON in the order of their ids, found by the {@link Scan} that narrows most. */
final class OrderedCollection extends AbstractMongoCollection<Key> {
    private static final Document ANY = new Document();

    private final Table<Key, byte[]> documents;

    OrderedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            Table<Key, byte[]> documents,
            CursorRegistry cursors) {
        super(database, name, options, cursors);
        this.documents = documents;
    }

    /** Without a batch size, as updates and deletes ask, or with a limit within it, the answer is one page. */
    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        Scan scan = bestScan(query, orderBy);
        int direction = scan == null ? 0 : scan.direction(orderBy);
        Reading reading = scan == null
                ? Reading.ofDocuments(Walk.overAll(documents.map(), isNaturalDescending(orderBy)))
                : scan.read(direction < 0);
        Document open = scan == null ? query : Conditions.leftBy(scan, query);
        Stream<Found> found = open.isEmpty()
                ? reading.found()
                : reading.found().filter(candidate -> documentMatchesQuery(candidate.document(), open));
        Comparator<Document> order = direction == 0 ? deriveComparator(orderBy) : null;
        if (order != null) found = found.sorted(Comparator.comparing(Found::document, order));
        if (skip > 0) found = found.skip(skip);
        if (limit > 0) found = found.limit(limit);
        if (batchSize <= 0 || (limit > 0 && limit <= batchSize))
            return new QueryResult(project(found.map(Found::document).toList(), projection));
        return firstPage(found.iterator(), reading.putDown(), batchSize, projection);
    }

    private QueryResult firstPage(
            Iterator<Found> found, Runnable putDown, int batchSize, @Nullable Document projection) {
        PagedCursor cursor =
                new PagedCursor(cursorRegistry.generateCursorId(), found, putDown, page -> project(page, projection));
        List<Document> page = cursor.takeDocuments(batchSize);
        if (cursor.isEmpty()) return new QueryResult(page);
        cursorRegistry.add(cursor);
        return new QueryResult(page, cursor);
    }

    private List<Document> project(List<Document> page, @Nullable Document projection) {
        if (projection == null || projection.isEmpty()) return page;
        return matchDocumentsFromStream(page.stream(), ANY, null, 0, 0, 0, projection)
                .collectDocuments();
    }

    /** The scan that narrows most; if none does, one that spares the sorting; if none does that either, none. */
    private @Nullable Scan bestScan(Document query, @Nullable Document orderBy) {
        Conditions conditions = Conditions.of(query);
        boolean sorted = orderBy != null && !orderBy.isEmpty();
        Scan best = null;
        for (Index<Key> index : getIndexes()) {
            Scan scan = Scan.of((OrderedIndex) index, conditions);
            boolean useful = scan.narrows() || (sorted && scan.direction(orderBy) != 0);
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
        return queryDocuments(query, orderBy, skip, limit, batchSize, projection);
    }

    /** An index that can't be built leaves no entries behind, or the next attempt would take it for built. */
    @Override
    public void addIndex(Index<Key> index) {
        try {
            super.addIndex(index);
        } catch (IndexBuildFailedException e) {
            index.drop();
            throw e;
        }
    }

    @Override
    protected Document getDocument(Key position) {
        return Bson.decode(Objects.requireNonNull(documents.get(position)));
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
        return Walk.overAll(documents.map(), false)
                .steps()
                .map(step -> new DocumentWithPosition<>(Bson.decode(step.value()), step.key()));
    }

    @Override
    public int count() {
        return documents.map().size();
    }

    @Override
    public boolean isEmpty() {
        return documents.map().isEmpty();
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
        long size = Walk.overAll(documents.map(), false)
                .steps()
                .mapToLong(step -> step.value().length)
                .sum();
        return (int) Math.min(size, Integer.MAX_VALUE);
    }
}
