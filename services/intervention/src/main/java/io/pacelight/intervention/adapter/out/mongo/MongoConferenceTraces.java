package io.pacelight.intervention.adapter.out.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import io.pacelight.intervention.application.ConferenceTraces;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** Trace contexts beside the watches, not in them: they are no part of a state and are gone after two weeks. */
public final class MongoConferenceTraces implements ConferenceTraces {
    private static final Duration KEPT = Duration.ofDays(14);

    private final MongoCollection<Document> traces;

    public MongoConferenceTraces(MongoDatabase database) {
        traces = database.getCollection("conferenceTraces");
        traces.createIndex(Indexes.ascending("at"));
    }

    @Override
    public void keep(Map<String, String> traceparents) {
        if (traceparents.isEmpty()) return;
        Date now = Date.from(Instant.now());
        List<WriteModel<Document>> writes = new ArrayList<>(traceparents.size());
        traceparents.forEach((conference, traceparent) -> writes.add(new ReplaceOneModel<>(
                eq("_id", conference),
                new Document("_id", conference).append("trace", traceparent).append("at", now),
                new ReplaceOptions().upsert(true))));
        traces.deleteMany(lt("at", Date.from(now.toInstant().minus(KEPT))));
        traces.bulkWrite(writes, new BulkWriteOptions().ordered(false));
    }

    @Override
    public Collection<String> of(Collection<String> conferences) {
        List<String> found = new ArrayList<>();
        for (Document stored : traces.find(in("_id", conferences))) found.add(stored.getString("trace"));
        return found;
    }
}
