package io.pacelight.intervention.adapter.out.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.pacelight.intervention.application.DailyDigest;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/** One document for each mail, there before the mail goes out; a crash in between loses that mail rather than sending it twice. */
public final class MongoSendLedger implements DailyDigest.SendLedger {
    private final MongoCollection<Document> collection;

    public MongoSendLedger(MongoDatabase database) {
        this.collection = database.getCollection("sent");
    }

    @Override
    public boolean begin(String id, Instant at) {
        try {
            collection.insertOne(new Document("_id", id).append("at", Date.from(at)));
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) return false;
            throw e;
        }
    }

    @Override
    public void takeBack(String id) {
        collection.deleteOne(eq("_id", id));
    }
}
