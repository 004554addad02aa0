package io.pacelight.kit.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.pacelight.embedded.TestPlatform;
import io.pacelight.kit.state.StateStore;
import io.pacelight.kit.state.StateStoreConformance;
import io.pacelight.kit.state.Tally;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;

class MongoStateStoreIT extends StateStoreConformance {
    private static final MongoClient CLIENT = MongoClients.create(TestPlatform.mongoUri());

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Override
    protected StateStore<Tally> store() {
        return new MongoStateStore<>(CLIENT.getDatabase("kit"), "tallies-" + UUID.randomUUID(), new TallyCodec());
    }
}
