package io.pacelight.embedded;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A killed process has lost nothing that was acknowledged, and has left no half of a command. */
class StoreKillIT {
    private static final int KILLS = 3;
    private static final int WRITES_BEFORE_A_KILL = 300;

    @Test
    void every_acknowledged_write_survives_a_kill(@TempDir Path dir) throws Exception {
        List<String> acknowledged = new ArrayList<>();
        for (int run = 0; run < KILLS; run++) {
            try (OtherJvm writer = OtherJvm.run(StoreWriter.class, dir.toString(), "run" + run + "-")) {
                writer.awaitLines(WRITES_BEFORE_A_KILL);
                acknowledged.addAll(writer.kill());
            }
        }

        try (EmbeddedStore store = EmbeddedStore.start(dir, 0);
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoDatabase database = client.getDatabase("kill");
            MongoCollection<Document> pairs = database.getCollection("pairs");
            List<String> stored =
                    pairs.find().map(half -> half.getString("pair")).into(new ArrayList<>());
            Map<String, Long> halves =
                    stored.stream().collect(Collectors.groupingBy(pair -> pair, Collectors.counting()));

            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS * WRITES_BEFORE_A_KILL);
            assertThat(halves.keySet()).containsAll(acknowledged);
            assertThat(new TreeSet<>(halves.values())).as("halves of a pair").containsExactly(2L);
            assertThat(halves.keySet())
                    .as("each pair found by the index")
                    .allSatisfy(pair ->
                            assertThat(pairs.countDocuments(eq("pair", pair))).isEqualTo(2));
            assertThat(entriesOfIndex(database, "pair_1")).isEqualTo(stored.size());
            Map<String, Integer> counters = counters(database);
            assertThat(lastNumbers(acknowledged))
                    .hasSize(KILLS * StoreWriter.WRITERS)
                    .allSatisfy((writer, last) -> {
                        // the write under way when the process died may or may not have been made
                        assertThat(counters.get(writer)).isBetween(last, last + 1);
                    });
        }
    }

    private static long entriesOfIndex(MongoDatabase database, String index) {
        Document entries =
                database.runCommand(new Document("validate", "pairs")).get("keysPerIndex", Document.class);
        return entries.get(index, Number.class).longValue();
    }

    private static Map<String, Integer> counters(MongoDatabase database) {
        Map<String, Integer> counters = new HashMap<>();
        for (Document counter : database.getCollection("counters").find())
            counters.put(counter.getString("_id"), counter.getInteger("v"));
        return counters;
    }

    private static Map<String, Integer> lastNumbers(List<String> acknowledged) {
        Map<String, Integer> last = new HashMap<>();
        for (String pair : acknowledged) {
            String[] parts = pair.split("\\|");
            last.merge(parts[0], Integer.parseInt(parts[1]), Math::max);
        }
        return last;
    }
}
