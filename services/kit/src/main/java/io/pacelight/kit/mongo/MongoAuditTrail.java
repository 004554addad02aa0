package io.pacelight.kit.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.pacelight.kit.security.AuditTrail;
import io.pacelight.kit.security.Viewer;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/** Audit rows in the service's own database, one a read, in wall-clock time. */
public final class MongoAuditTrail implements AuditTrail {
    private final MongoCollection<Document> rows;

    public MongoAuditTrail(MongoDatabase database) {
        rows = database.getCollection("audit");
    }

    @Override
    public void read(Viewer viewer, String student, String what) {
        rows.insertOne(new Document("district", viewer.district())
                .append("viewer", viewer.key() == null ? viewer.username() : viewer.key())
                .append("student", student)
                .append("what", what)
                .append("at", Date.from(Instant.now())));
    }
}
