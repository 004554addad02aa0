package io.pacelight.kit.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import io.pacelight.kit.state.StateDocument;
import io.pacelight.kit.state.StateStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * State documents in one collection: {@code {_id, v: version, n: sequence, s: state, in: [[source, sequence]…],
 * out: [event…], pending, savedAt, w: write token, …indexed fields}}. Every effect is one document's atomic replacement; no
 * transaction is ever needed.
 */
public final class MongoStateStore<S> implements StateStore<S> {
    private static final int DUPLICATE_KEY = 11000;

    private final MongoCollection<Document> collection;
    private final StateCodec<S> codec;

    public MongoStateStore(MongoDatabase database, String collection, StateCodec<S> codec) {
        this.collection = database.getCollection(collection);
        this.codec = codec;
        this.collection.createIndex(Indexes.ascending("pending", "savedAt"));
    }

    /** The documents themselves, for queries by the codec's indexed fields. */
    public MongoCollection<Document> collection() {
        return collection;
    }

    @Override
    public Map<String, StateDocument<S>> load(Collection<String> ids) {
        Map<String, StateDocument<S>> found = new HashMap<>(ids.size() * 2);
        Bson filter = ids.size() == 1 ? eq("_id", ids.iterator().next()) : in("_id", ids);
        for (Document stored : collection.find(filter).batchSize(10_000)) {
            StateDocument<S> document = read(stored);
            found.put(document.id(), document);
        }
        return found;
    }

    /** Reads a document that a query on {@link #collection()} found. */
    public StateDocument<S> read(Document stored) {
        String id = stored.getString("_id");
        Map<String, Long> marks = new HashMap<>();
        for (List<?> mark : stored.getList("in", List.class, List.of()))
            marks.put((String) mark.get(0), ((Number) mark.get(1)).longValue());
        return new StateDocument<>(
                id,
                stored.getLong("v"),
                stored.getLong("n"),
                codec.read(id, stored.get("s", Document.class)),
                marks,
                PendingEvents.read(id, stored.getList("out", Document.class, List.of())));
    }

    @Override
    public Set<String> save(Collection<StateDocument<S>> documents) {
        Date now = Date.from(Instant.now());
        String token = UUID.randomUUID().toString();
        List<WriteModel<Document>> writes = new ArrayList<>(documents.size());
        List<StateDocument<S>> ordered = List.copyOf(documents);
        int replacements = 0;
        for (StateDocument<S> document : ordered) {
            Document stored = write(document, token, now);
            if (document.version() == 0) {
                writes.add(new InsertOneModel<>(stored));
            } else {
                writes.add(new ReplaceOneModel<>(and(eq("_id", document.id()), eq("v", document.version())), stored));
                replacements++;
            }
        }
        Set<String> losers = new HashSet<>();
        int replaced;
        try {
            replaced = collection
                    .bulkWrite(writes, new BulkWriteOptions().ordered(false))
                    .getMatchedCount();
        } catch (MongoBulkWriteException e) {
            for (BulkWriteError error : e.getWriteErrors()) {
                if (error.getCode() != DUPLICATE_KEY) throw e;
                losers.add(ordered.get(error.getIndex()).id());
            }
            if (e.getWriteConcernError() != null) throw e;
            replaced = e.getWriteResult().getMatchedCount();
        }
        if (replaced < replacements) losers.addAll(overtaken(ordered, token));
        return losers;
    }

    /**
     * Which replacements did not happen, told by the token that each write leaves in its document. One that somebody
     * wrote on top of ours counts as lost too: folding it again finds everything absorbed and changes nothing.
     */
    private Set<String> overtaken(List<StateDocument<S>> documents, String token) {
        Set<String> lost = new HashSet<>();
        for (StateDocument<S> document : documents) if (document.version() > 0) lost.add(document.id());
        Bson ours = and(in("_id", lost), eq("w", token));
        for (Document stored : collection.find(ours).projection(Projections.include("_id")))
            lost.remove(stored.getString("_id"));
        return lost;
    }

    private Document write(StateDocument<S> document, String token, Date now) {
        List<List<Object>> marks = new ArrayList<>(document.marks().size());
        document.marks().forEach((source, sequence) -> marks.add(List.of(source, sequence)));
        Document stored = new Document("_id", document.id())
                .append("v", document.version() + 1)
                .append("n", document.sequence())
                .append("s", codec.write(document.state()))
                .append("in", marks)
                .append("out", PendingEvents.write(document.pending()))
                .append("pending", !document.pending().isEmpty())
                .append("savedAt", now)
                .append("w", token);
        stored.putAll(codec.indexed(document.id(), document.state()));
        return stored;
    }

    @Override
    public void forgetPending(Map<String, Long> versions) {
        List<WriteModel<Document>> writes = new ArrayList<>(versions.size());
        versions.forEach((id, version) -> writes.add(new UpdateOneModel<>(
                and(eq("_id", id), eq("v", version)), combine(set("out", List.of()), set("pending", false)))));
        collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
    }

    @Override
    public Optional<Instant> oldestPending() {
        return Optional.ofNullable(collection
                        .find(eq("pending", true))
                        .sort(Sorts.ascending("pending", "savedAt"))
                        .projection(Projections.include("savedAt"))
                        .first())
                .map(stored -> stored.getDate("savedAt").toInstant());
    }

    @Override
    public List<StateDocument<S>> withPending(Instant savedBefore, int limit) {
        List<StateDocument<S>> found = new ArrayList<>();
        for (Document stored : collection
                .find(and(eq("pending", true), lt("savedAt", Date.from(savedBefore))))
                .limit(limit)) found.add(read(stored));
        return found;
    }
}
