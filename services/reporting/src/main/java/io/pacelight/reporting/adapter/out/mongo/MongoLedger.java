package io.pacelight.reporting.adapter.out.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import io.pacelight.events.AttemptRecorded;
import io.pacelight.events.Topics;
import io.pacelight.kit.stream.QuarantineShelf;
import io.pacelight.kit.stream.QuarantinedRecord;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Reporting's side of the ledger, over all districts: from the schools' totals, each student being at home in one. */
public final class MongoLedger {
    private static final int PAGE = 500;

    private final MongoCollection<Document> schools;
    private final QuarantineShelf shelf;

    public MongoLedger(MongoDatabase database, QuarantineShelf shelf) {
        this.schools = database.getCollection("schools");
        this.shelf = shelf;
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
        String after = null;
        while (true) {
            List<QuarantinedRecord> page = shelf.waiting(after, PAGE);
            for (QuarantinedRecord record : page)
                if (record.topic().equals(Topics.ATTEMPTS) && AttemptRecorded.TYPE.equals(header(record, "ce_type")))
                    attempts.add(String.valueOf(header(record, "ce_id")));
            if (page.size() < PAGE) return attempts.size();
            after = page.getLast().id();
        }
    }

    private long sum(String field) {
        long sum = 0;
        for (Document school : schools.find().projection(Projections.include("s.h." + field)))
            sum += school.get("s", Document.class).get("h", Document.class).getLong(field);
        return sum;
    }

    private static @Nullable String header(QuarantinedRecord record, String name) {
        for (QuarantinedRecord.RawHeader header : record.headers())
            if (header.name().equals(name) && header.value() != null)
                return new String(header.value(), StandardCharsets.UTF_8);
        return null;
    }
}
