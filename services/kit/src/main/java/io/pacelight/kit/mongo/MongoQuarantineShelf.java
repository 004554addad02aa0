package io.pacelight.kit.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.pacelight.kit.stream.QuarantineShelf;
import io.pacelight.kit.stream.QuarantinedRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** Quarantined records, one document each, under their Kafka address. */
public final class MongoQuarantineShelf implements QuarantineShelf {
    private final MongoCollection<Document> records;

    public MongoQuarantineShelf(MongoDatabase database) {
        records = database.getCollection("quarantine");
        records.createIndex(Indexes.ascending("waiting", "district"));
    }

    @Override
    public void put(Collection<QuarantinedRecord> quarantined) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (QuarantinedRecord record : quarantined)
            writes.add(new UpdateOneModel<>(
                    eq("_id", record.id()), Updates.setOnInsert(document(record)), new UpdateOptions().upsert(true)));
        records.bulkWrite(writes, new BulkWriteOptions().ordered(false));
    }

    @Override
    public Optional<QuarantinedRecord> find(String id) {
        return Optional.ofNullable(records.find(eq("_id", id)).first()).map(MongoQuarantineShelf::record);
    }

    @Override
    public List<QuarantinedRecord> waiting(String district, @Nullable String after, int limit) {
        Bson concerns = concerning(district);
        Bson filter = after == null ? concerns : and(concerns, gt("_id", after));
        List<QuarantinedRecord> found = new ArrayList<>();
        for (Document stored : records.find(filter).sort(Sorts.ascending("_id")).limit(limit))
            found.add(record(stored));
        return found;
    }

    private static Bson concerning(String district) {
        return and(eq("waiting", true), in("district", district, ""));
    }

    @Override
    public long countWaiting(String district) {
        return records.countDocuments(concerning(district));
    }

    @Override
    public long countWaiting() {
        return records.countDocuments(eq("waiting", true));
    }

    @Override
    public void replayed(String id, Instant at) {
        records.updateOne(
                eq("_id", id),
                Updates.combine(Updates.set("waiting", false), Updates.set("replayedAt", Date.from(at))));
    }

    private static Document document(QuarantinedRecord record) {
        List<Document> headers = new ArrayList<>();
        for (QuarantinedRecord.RawHeader header : record.headers())
            headers.add(new Document("name", header.name()).append("value", header.value()));
        return new Document("topic", record.topic())
                .append("partition", record.partition())
                .append("offset", record.offset())
                .append("reason", record.reason())
                .append("at", Date.from(record.at()))
                .append("key", record.key())
                .append("value", record.value())
                .append("headers", headers)
                .append("district", record.district())
                .append("waiting", true);
    }

    private static QuarantinedRecord record(Document stored) {
        List<QuarantinedRecord.RawHeader> headers = new ArrayList<>();
        for (Document header : stored.getList("headers", Document.class, List.of()))
            headers.add(new QuarantinedRecord.RawHeader(header.getString("name"), bytes(header, "value")));
        Date replayedAt = stored.getDate("replayedAt");
        return new QuarantinedRecord(
                stored.getString("_id"),
                stored.getString("topic"),
                stored.getInteger("partition"),
                stored.getLong("offset"),
                stored.getString("reason"),
                stored.getDate("at").toInstant(),
                bytes(stored, "key"),
                bytes(stored, "value"),
                headers,
                replayedAt == null ? null : replayedAt.toInstant());
    }

    private static byte @Nullable [] bytes(Document document, String field) {
        return document.get(field) instanceof Binary binary ? binary.getData() : null;
    }
}
