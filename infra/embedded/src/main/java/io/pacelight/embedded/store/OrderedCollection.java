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
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.BsonConstants;
import io.pacelight.embedded.bson.BsonWriter;
import io.pacelight.embedded.bson.Fields;
import io.pacelight.embedded.bson.RawBson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One collection: documents as BSON in the order of their ids, found by the {@link Scan} that narrows most. */
final class OrderedCollection extends AbstractMongoCollection<Key> {
    private static final Document ANY = new Document();
    private static final int TOO_LARGE = 10334;

    private final Table<Key, byte[]> documents;
    private volatile Fields indexedFields = Fields.of(Ids.NAME);

    OrderedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            Table<Key, byte[]> documents,
            CursorRegistry cursors) {
        super(database, name, options, cursors);
        this.documents = documents;
    }

    /** What a find answers: its first page, and behind it a cursor if there is more. */
    Document find(FindCommand find) {
        Reading reading = select(find.filter(), find.sort(), find.skip(), find.limit());
        PagedCursor cursor =
                new PagedCursor(cursorRegistry.generateCursorId(), reading, page -> project(page, find.projection()));
        List<RawBson> page = cursor.nextPage(find.batchSize());
        boolean more = !cursor.isEmpty() && !find.onePage();
        if (more) cursorRegistry.add(cursor);
        return FindCommand.answer(getFullName(), "firstBatch", page, more ? cursor.getId() : 0);
    }

    /** The documents of a query in the order asked for; only what the query and the order name is decoded of them. */
    private Reading select(Document asked, @Nullable Document orderBy, int skip, int limit) {
        Document query = Conditions.flat(asked);
        Scan scan = bestScan(query, orderBy);
        int direction = scan == null ? 0 : scan.direction(orderBy);
        Reading reading = scan == null
                ? Reading.ofDocuments(Walk.overAll(documents.map(), isNaturalDescending(orderBy)))
                : scan.read(direction < 0);
        Document open = scan == null ? query : Conditions.leftBy(scan, query);
        Stream<Found> found = reading.found();
        if (!open.isEmpty()) {
            Fields named = NamedFields.of(open);
            found = found.filter(
                    candidate -> documentMatchesQuery(candidate.document().decode(named), open));
        }
        Comparator<Document> order = direction == 0 ? deriveComparator(orderBy) : null;
        if (order != null && orderBy != null) found = sorted(found, order, NamedFields.of(orderBy));
        if (skip > 0) found = found.skip(skip);
        if (limit > 0) found = found.limit(limit);
        return new Reading(found, reading.putDown());
    }

    private static Stream<Found> sorted(Stream<Found> found, Comparator<Document> order, Fields named) {
        record Sorted(Document by, Found found) {}
        return found.map(each -> new Sorted(each.document().decode(named), each))
                .sorted(Comparator.comparing(Sorted::by, order))
                .map(Sorted::found);
    }

    private List<RawBson> project(List<RawBson> page, @Nullable Document projection) {
        if (projection == null || projection.isEmpty()) return page;
        RawProjection raw = RawProjection.of(projection);
        return raw == null
                ? project(page.stream().map(RawBson::decode), projection).stream()
                        .map(BsonWriter::encode)
                        .toList()
                : page.stream().map(raw::project).toList();
    }

    private List<Document> project(Stream<Document> documents, @Nullable Document projection) {
        return matchDocumentsFromStream(documents, ANY, null, 0, 0, 0, projection)
                .collectDocuments();
    }

    /** For all commands that need whole documents; the answer is one page. */
    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        Stream<Document> found = select(query, orderBy, skip, limit)
                .found()
                .map(each -> each.document().decode());
        return new QueryResult(project(found, projection));
    }

    /** How many documents a query finds, none of them read further than it takes to say so. */
    @Override
    public int count(@Nullable Document query, int skip, int limit) {
        return query == null || query.isEmpty()
                ? super.count(query, skip, limit)
                : Math.toIntExact(select(query, null, skip, limit).found().count());
    }

    /**
     * Adds a document as it came, with an id if it has none.
     *
     * @throws de.bwaldvogel.mongo.exception.MongoServerError if an index refuses it
     */
    void insert(RawBson sent) {
        RawBson document = storable(Ids.first(sent));
        Key position = Ids.position(Ids.of(document));
        Document indexed = document.decode(indexedFields);
        for (Index<Key> index : getIndexes()) index.checkAdd(indexed, this);
        documents.put(position, document.toBytes());
        for (Index<Key> index : getIndexes()) index.add(indexed, position, this);
    }

    /**
     * Changes the one document that a query finds by its id.
     *
     * @param query an id, and what else must be so
     * @throws de.bwaldvogel.mongo.exception.MongoServerError if the id would become another, or an index refuses it
     */
    Outcome change(Document query, RawUpdate update) {
        Key position = KeyWriter.keyOf(query.get(Ids.NAME));
        byte[] stored = documents.get(position);
        if (stored == null) return Outcome.MISSED;
        Found before = Found.at(position, stored);
        Document guard = query.clone();
        guard.remove(Ids.NAME);
        if (!guard.isEmpty() && !documentMatchesQuery(before.document().decode(NamedFields.of(guard)), guard))
            return Outcome.MISSED;
        RawBson after = storable(update.applyTo(before));
        if (after.equals(before.document())) return Outcome.UNCHANGED;
        replace(before, after);
        return Outcome.CHANGED;
    }

    private static RawBson storable(RawBson document) {
        if (document.length() > BsonConstants.MAX_BSON_OBJECT_SIZE)
            throw new MongoServerError(
                    TOO_LARGE,
                    "BSONObjectTooLarge",
                    "A document of " + document.length() + " bytes is larger than 16 MB");
        return document;
    }

    private void replace(Found before, RawBson after) {
        List<OrderedIndex> touched = new ArrayList<>();
        for (Index<Key> each : getIndexes())
            if (each instanceof OrderedIndex index && !before.document().sameIn(index.looksAt(), after))
                touched.add(index);
        if (!touched.isEmpty()) {
            Document was = before.document().decode(indexedFields);
            Document becomes = after.decode(indexedFields);
            for (OrderedIndex index : touched) index.checkUpdate(was, becomes, this);
            for (OrderedIndex index : touched) index.updateInPlace(was, becomes, before.position(), this);
        }
        documents.put(before.position(), after.toBytes());
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
        indexedFields = fieldsOfIndexes();
    }

    @Override
    public void dropIndex(String name) {
        super.dropIndex(name);
        indexedFields = fieldsOfIndexes();
    }

    private Fields fieldsOfIndexes() {
        Fields fields = Fields.of(Ids.NAME);
        for (Index<Key> index : getIndexes()) fields = fields.and(((OrderedIndex) index).looksAt());
        return fields;
    }

    @Override
    protected Document getDocument(Key position) {
        return RawBson.stored(Objects.requireNonNull(documents.get(position))).decode();
    }

    @Override
    protected Key addDocumentInternal(Document document) {
        Object id = getIdField() == null ? UUID.randomUUID() : document.get(getIdField());
        Key position = KeyWriter.keyOf(id);
        documents.put(position, BsonWriter.encode(document).toBytes());
        return position;
    }

    @Override
    protected void handleUpdate(Key position, Document before, Document after) {
        documents.put(position, BsonWriter.encode(after).toBytes());
    }

    @Override
    protected void removeDocument(Key position) {
        documents.remove(position);
    }

    @Override
    protected Stream<DocumentWithPosition<Key>> streamAllDocumentsWithPosition() {
        return Walk.overAll(documents.map(), false)
                .steps()
                .map(step ->
                        new DocumentWithPosition<>(RawBson.stored(step.value()).decode(), step.key()));
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
