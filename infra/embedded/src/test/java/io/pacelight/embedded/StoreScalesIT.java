package io.pacelight.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.Sorts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Look-ups by an index cost about the same among a hundred times as many documents; a scan would cost a hundred times as much. The
 * bound lies between, so that a busy machine doesn't fail it and a scan does.
 */
class StoreScalesIT {
    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final double MOST_TIMES_SLOWER = 15;
    private static final int ROUNDS = 7;
    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");

    private static EmbeddedStore store;
    private static MongoClient client;

    @BeforeAll
    static void fill(@TempDir Path dir) {
        store = EmbeddedStore.start(dir, 0);
        client = MongoClients.create(store.connectionString());
        fill(states(FEW), FEW);
        fill(states(MANY), MANY);
    }

    @AfterAll
    static void close() {
        client.close();
        store.close();
    }

    @Test
    void a_guarded_replace() {
        assertScales(states -> {
            List<ReplaceOneModel<Document>> replaces = IntStream.range(0, 200)
                    .mapToObj(i -> state(i * 5))
                    .map(state -> new ReplaceOneModel<>(and(eq("_id", state.get("_id")), eq("v", 1)), state))
                    .toList();
            long matched = states.bulkWrite(replaces, new BulkWriteOptions().ordered(false))
                    .getMatchedCount();
            assertThat(matched).isEqualTo(200);
        });
    }

    @Test
    void a_list_of_ids() {
        List<String> wanted = IntStream.range(0, 200).mapToObj(i -> id(i * 5)).toList();

        assertScales(states -> assertThat(states.find(in("_id", wanted)).into(new ArrayList<>()))
                .hasSize(200));
    }

    @Test
    void a_range_of_ids() {
        assertScales(repeat(50, and(gte("_id", id(500)), lt("_id", id(530))), 30));
    }

    @Test
    void an_element_of_a_list() {
        assertScales(repeat(50, eq("classes", "class 7"), 2));
    }

    @Test
    void a_range_of_instants_in_a_bucket() {
        assertScales(repeat(50, and(eq("bucket", 3), lte("due", due(300)), eq("v", 1)), 5));
    }

    @Test
    void the_first_of_a_sorted_page() {
        assertScales(states -> {
            for (int i = 0; i < 50; i++)
                assertThat(states.find(gte("_id", id(100)))
                                .sort(Sorts.ascending("_id"))
                                .limit(10)
                                .into(new ArrayList<>()))
                        .hasSize(10);
        });
    }

    private static Consumer<MongoCollection<Document>> repeat(int times, Bson filter, int found) {
        return states -> {
            for (int i = 0; i < times; i++)
                assertThat(states.find(filter).into(new ArrayList<>())).hasSize(found);
        };
    }

    private static void assertScales(Consumer<MongoCollection<Document>> work) {
        double few = leastNanos(work, states(FEW));
        double many = leastNanos(work, states(MANY));

        assertThat(many / few)
                .as("times slower among %d than among %d", MANY, FEW)
                .isLessThan(MOST_TIMES_SLOWER);
    }

    private static double leastNanos(Consumer<MongoCollection<Document>> work, MongoCollection<Document> states) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            work.accept(states);
            least = Math.min(least, System.nanoTime() - start);
        }
        return least;
    }

    private static MongoCollection<Document> states(int count) {
        return client.getDatabase("scales").getCollection("states" + count);
    }

    private static void fill(MongoCollection<Document> states, int count) {
        states.createIndex(Indexes.ascending("classes"));
        states.createIndex(Indexes.ascending("bucket", "due"));
        for (int from = 0; from < count; from += 1_000)
            states.insertMany(IntStream.range(from, from + 1_000)
                    .mapToObj(StoreScalesIT::state)
                    .toList());
    }

    private static Document state(int n) {
        return new Document("_id", id(n))
                .append("v", 1)
                .append("bucket", n % 64)
                .append("due", due(n))
                .append("classes", List.of("class " + n, "class " + (n + 1)))
                .append("level", 2.75)
                .append("light", "green");
    }

    private static Date due(int n) {
        return Date.from(MONDAY.plusSeconds(n));
    }

    private static String id(int n) {
        return "north|stu_%07d".formatted(n);
    }
}
