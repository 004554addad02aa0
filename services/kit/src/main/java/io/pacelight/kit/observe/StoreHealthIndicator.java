package io.pacelight.kit.observe;

import com.mongodb.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether the store's primary answers within two seconds. Asks only for the service's own database. */
public final class StoreHealthIndicator extends AbstractHealthIndicator {
    private static final Document PING = new Document("ping", 1);
    private static final long SECONDS = 2;

    private final MongoDatabase database;

    public StoreHealthIndicator(MongoDatabase database) {
        super("the store does not answer");
        this.database = database.withTimeout(SECONDS, TimeUnit.SECONDS);
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        database.runCommand(PING);
        builder.up();
    }
}
