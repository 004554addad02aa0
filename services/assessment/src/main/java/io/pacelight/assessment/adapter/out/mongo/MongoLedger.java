package io.pacelight.assessment.adapter.out.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.pacelight.assessment.domain.RecordedAttempt;
import io.pacelight.kit.mongo.MongoStateStore;
import org.bson.Document;

/**
 * Assessment's side of the ledger, over all districts: attempts are never deleted, so their documents are counted. The
 * store's own estimate is not used: after a crash it may be off for good, and this number must be exact.
 */
public final class MongoLedger {
    private final MongoCollection<Document> attempts;

    public MongoLedger(MongoStateStore<RecordedAttempt> store) {
        attempts = store.collection();
        attempts.createIndex(Indexes.ascending(AttemptCodec.VOIDED), new IndexOptions().sparse(true));
    }

    /** Attempts that were ever recorded. */
    public long recorded() {
        return attempts.countDocuments();
    }

    /** Those of them that were taken back. */
    public long voided() {
        return attempts.countDocuments(eq(AttemptCodec.VOIDED, true));
    }
}
