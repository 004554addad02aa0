package io.pacelight.kit.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import io.pacelight.kit.state.Stamp;
import io.pacelight.kit.state.StateDocument;
import io.pacelight.kit.state.StateStore;
import io.pacelight.kit.state.Writer;
import java.time.Duration;
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
import java.util.function.Predicate;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.conversions.Bson;

/**
 * State documents in one collection: {@code {_id, v: version, n: sequence, wr: writer, wn: number of its write, pending: whether
 * out is still to be told, savedAt, in: [[source, sequence]…], …indexed fields, s: state, out: [event…], kept: [event…]}}; what
 * is kept are latest facts on compacted topics that are not in out, and whoever tells none there has no such field. Beside it stands
 * {@value #WRITERS}, for all state documents of the database: {@code {_id: collection|writer, told: number, at}}. Every effect
 * is one document's atomic replacement; no transaction is ever needed.
 */
public final class MongoStateStore<S> implements StateStore<S> {
    /** Collection of the writers of all state documents of a database. */
    public static final String WRITERS = "writers";

    private static final int DUPLICATE_KEY = 11000;
    private static final int PAGE = 10_000;

    private final MongoCollection<Document> collection;
    private final MongoCollection<Document> writers;
    private final StateCodec<S> codec;

    public MongoStateStore(MongoDatabase database, String collection, StateCodec<S> codec) {
        this.collection = database.getCollection(collection);
        this.writers = database.getCollection(WRITERS);
        this.codec = codec;
        this.collection.createIndex(Indexes.ascending("wr", "wn"));
    }

    /** The documents themselves, for their indexes and for queries that ask for less than a state. */
    public MongoCollection<Document> collection() {
        return collection;
    }

    @Override
    public Map<String, StateDocument<S>> load(Collection<String> ids, Predicate<Stamp> told) {
        Map<String, StateDocument<S>> found = new HashMap<>(ids.size() * 2);
        for (StateDocument<S> document :
                documents(reading(told)).find(among(ids)).batchSize(PAGE)) found.put(document.id(), document);
        return found;
    }

    /** Filters of a whole batch are made of values: the driver's own look for a codec for each of them. */
    private static BsonDocument among(Collection<String> ids) {
        if (ids.size() == 1)
            return new BsonDocument("_id", new BsonString(ids.iterator().next()));
        BsonArray values = new BsonArray(ids.size());
        for (String id : ids) values.add(new BsonString(id));
        return new BsonDocument("_id", new BsonDocument("$in", values));
    }

    private static BsonDocument unchanged(StateDocument<?> document) {
        return new BsonDocument("_id", new BsonString(document.id())).append("v", new BsonInt64(document.version()));
    }

    private StoredDocuments<S> reading(Predicate<Stamp> told) {
        return StoredDocuments.without(told, codec);
    }

    private MongoCollection<StateDocument<S>> documents(StoredDocuments<S> stored) {
        return collection
                .withDocumentClass(stored.getEncoderClass())
                .withCodecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromCodecs(stored), collection.getCodecRegistry()));
    }

    /** Documents by the codec's indexed fields or by id, for their state: without pending events. */
    public FindIterable<StateDocument<S>> find(Bson filter) {
        return documents(reading(stamp -> true)).find(filter);
    }

    @Override
    public Set<String> save(Collection<StateDocument<S>> changed, Stamp stamp) {
        List<StateDocument<S>> ordered = List.copyOf(changed);
        List<WriteModel<StateDocument<S>>> writes = new ArrayList<>(ordered.size());
        int replacements = 0;
        for (StateDocument<S> document : ordered) {
            if (document.version() == 0) {
                writes.add(new InsertOneModel<>(document));
            } else {
                writes.add(new ReplaceOneModel<>(unchanged(document), document));
                replacements++;
            }
        }
        Set<String> losers = new HashSet<>();
        int replaced;
        try {
            replaced = documents(StoredDocuments.stamped(stamp, Instant.now().toEpochMilli(), codec))
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
        if (replaced < replacements) losers.addAll(overtaken(ordered, stamp));
        return losers;
    }

    /**
     * Which replacements did not happen, told by the stamp that each write leaves in its document. One that somebody
     * wrote on top of ours counts as lost too: folding it again finds everything absorbed and changes nothing.
     */
    private Set<String> overtaken(List<StateDocument<S>> documents, Stamp stamp) {
        Set<String> lost = new HashSet<>();
        for (StateDocument<S> document : documents) if (document.version() > 0) lost.add(document.id());
        Bson ours = and(among(lost), eq("wr", stamp.writer()), eq("wn", stamp.number()));
        for (Document stored : collection.find(ours).projection(Projections.include("_id")))
            lost.remove(stored.getString("_id"));
        return lost;
    }

    @Override
    public String enlist() {
        String writer = UUID.randomUUID().toString();
        writers.insertOne(
                new Document("_id", writerId(writer)).append("told", 0L).append("at", Date.from(Instant.now())));
        return writer;
    }

    @Override
    public void note(String writer, long toldUpTo) {
        writers.updateOne(
                eq("_id", writerId(writer)),
                combine(set("told", toldUpTo), set("at", Date.from(Instant.now()))),
                new UpdateOptions().upsert(true));
    }

    @Override
    public List<Writer> writers() {
        List<Writer> found = new ArrayList<>();
        String first = writerId("");
        for (Document stored :
                writers.find(and(gte("_id", first), lt("_id", writerId("~")))).sort(Sorts.ascending("_id")))
            found.add(new Writer(
                    stored.getString("_id").substring(first.length()),
                    stored.getLong("told"),
                    stored.getDate("at").toInstant()));
        return found;
    }

    @Override
    public void forget(String writer) {
        writers.deleteOne(eq("_id", writerId(writer)));
    }

    private String writerId(String writer) {
        return collection.getNamespace().getCollectionName() + '|' + writer;
    }

    @Override
    public List<StateDocument<S>> untold(String writer, long toldUpTo, Instant now, Duration grace, int limit) {
        Bson outsideGrace = or(lt("savedAt", Date.from(now.minus(grace))), gte("savedAt", Date.from(now.plus(grace))));
        return documents(reading(stamp -> false))
                .find(and(untold(writer, toldUpTo), outsideGrace))
                .limit(limit)
                .into(new ArrayList<>());
    }

    @Override
    public Optional<Instant> oldestUntold(String writer, long toldUpTo) {
        return Optional.ofNullable(collection
                        .find(untold(writer, toldUpTo))
                        .sort(Sorts.ascending("wr", "wn"))
                        .projection(Projections.include("savedAt"))
                        .first())
                .map(stored -> stored.getDate("savedAt").toInstant());
    }

    private static Bson untold(String writer, long toldUpTo) {
        return and(eq("wr", writer), gt("wn", toldUpTo), eq("pending", true));
    }

    @Override
    public void forgetPending(Map<String, Long> versions) {
        List<WriteModel<Document>> writes = new ArrayList<>(versions.size());
        versions.forEach((id, version) ->
                writes.add(new UpdateOneModel<>(and(eq("_id", id), eq("v", version)), set("pending", false))));
        collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
    }
}
