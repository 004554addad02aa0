package io.pacelight.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import java.nio.file.Path;
import java.util.List;
import org.bson.Document;

/**
 * Writes to a store in the given directory until it is killed, and says after each acknowledgement what was acknowledged:
 * {@code writer|number} has been inserted as the two halves of a pair, and its counter replaced.
 */
final class StoreWriter {
    static final int WRITERS = 3;

    private StoreWriter() {}

    public static void main(String[] arguments) {
        EmbeddedStore store = EmbeddedStore.start(Path.of(arguments[0]), 0);
        String run = arguments[1];
        MongoClient client = MongoClients.create(store.connectionString());
        MongoCollection<Document> pairs = client.getDatabase("kill").getCollection("pairs");
        pairs.createIndex(Indexes.ascending("pair"));
        for (int i = 0; i < WRITERS; i++) {
            String writer = run + i;
            Thread.ofPlatform().start(() -> write(client, writer));
        }
    }

    private static void write(MongoClient client, String writer) {
        MongoCollection<Document> pairs = client.getDatabase("kill").getCollection("pairs");
        MongoCollection<Document> counters = client.getDatabase("kill").getCollection("counters");
        counters.insertOne(new Document("_id", writer).append("v", 0));
        for (int n = 1; ; n++) {
            String pair = writer + "|" + n;
            String filling = "x".repeat(n * 37 % 900);
            pairs.insertMany(List.of(half(pair, "left", filling), half(pair, "right", filling)));
            Document counter = new Document("_id", writer).append("v", n);
            long replaced = counters.bulkWrite(
                            List.of(new ReplaceOneModel<>(and(eq("_id", writer), eq("v", n - 1)), counter)),
                            new BulkWriteOptions().ordered(false))
                    .getMatchedCount();
            if (replaced != 1) throw new IllegalStateException("The counter of " + writer + " is not " + (n - 1));
            System.out.println(pair + ".");
        }
    }

    private static Document half(String pair, String side, String filling) {
        return new Document("_id", pair + "|" + side).append("pair", pair).append("filling", filling);
    }
}
