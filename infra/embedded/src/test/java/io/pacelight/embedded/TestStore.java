package io.pacelight.embedded;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The store under test, for the time of a class's tests: an embedded one in memory, or any other that
 * {@code PACELIGHT_TEST_MONGO_URI} names.
 */
final class TestStore implements BeforeAllCallback, AfterAllCallback {
    private @Nullable EmbeddedStore embedded;
    private @Nullable MongoClient client;

    @Override
    public void beforeAll(ExtensionContext context) {
        String elsewhere = System.getenv("PACELIGHT_TEST_MONGO_URI");
        if (elsewhere == null) embedded = EmbeddedStore.start(null, 0);
        client = MongoClients.create(embedded == null ? elsewhere : embedded.connectionString());
    }

    MongoDatabase database(String name) {
        return Objects.requireNonNull(client).getDatabase(name);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (client != null) client.close();
        if (embedded != null) embedded.close();
    }
}
