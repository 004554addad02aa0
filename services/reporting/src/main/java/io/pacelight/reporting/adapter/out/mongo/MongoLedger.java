package io.pacelight.reporting.adapter.out.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import io.pacelight.events.AttemptRecorded;
import io.pacelight.events.Topics;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** Reporting's side of the ledger, over all districts: from the schools' totals, each student being at home in one. */
public final class MongoLedger {
    private final MongoCollection<Document> schools;
    private final MongoCollection<Document> quarantine;

    public MongoLedger(MongoDatabase database) {
        this.schools = database.getCollection("schools");
        this.quarantine = database.getCollection("quarantine");
    }

    /** Attempts that are in students' states and not voided. */
    public long applied() {
        return sum("a");
    }

    /** Pieces of evidence that these make, less those that progression has judged. */
    public long unjudged() {
        return sum("e") - sum("j");
    }

    /** Attempts that wait in quarantine, each once however often it was delivered. */
    public long quarantined() {
        Set<String> attempts = new HashSet<>();
        for (Document record : quarantine
                .find(and(eq("waiting", true), eq("topic", Topics.ATTEMPTS)))
                .projection(Projections.include("headers")))
            if (AttemptRecorded.TYPE.equals(header(record, "ce_type")))
                attempts.add(String.valueOf(header(record, "ce_id")));
        return attempts.size();
    }

    private long sum(String field) {
        long sum = 0;
        for (Document school : schools.find().projection(Projections.include("s.h." + field)))
            sum += school.get("s", Document.class).get("h", Document.class).getLong(field);
        return sum;
    }

    private static @Nullable String header(Document record, String name) {
        for (Document header : record.getList("headers", Document.class, List.of()))
            if (name.equals(header.getString("name")) && header.get("value") instanceof Binary value)
                return new String(value.getData(), StandardCharsets.UTF_8);
        return null;
    }
}
