package io.pacelight.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store keeps in its directory. */
class EmbeddedStoreReopenIT {
    private static final String DATABASE = "reopen_all";

    @TempDir
    private Path dir;

    @Test
    void documents_and_indexes_are_there_again() {
        in(database -> {
            MongoCollection<Document> states = database.getCollection("states");
            states.createIndex(Indexes.ascending("sis"), new IndexOptions().unique(true));
            states.createIndex(Indexes.ascending("scores"));
            states.insertOne(new Document("_id", "d|1").append("sis", "A").append("scores", List.of(1, 9)));
        });

        in(database -> {
            MongoCollection<Document> states = database.getCollection("states");
            Document same = new Document("_id", "d|2").append("sis", "A");

            assertThat(states.find(eq("sis", "A")).first())
                    .isEqualTo(new Document("_id", "d|1").append("sis", "A").append("scores", List.of(1, 9)));
            assertThat(states.countDocuments(and(gt("scores", 4), lt("scores", 6))))
                    .isEqualTo(1);
            assertThat(refused(() -> states.insertOne(same))).isEqualTo(11000);
        });
    }

    @Test
    void a_dropped_index_takes_no_other_of_its_name_along() {
        in(database -> {
            for (String name : List.of("states", "states2"))
                database.getCollection(name).createIndex(Indexes.ascending("sis"), new IndexOptions().unique(true));
            database.getCollection("states").dropIndex("sis_1");
            database.getCollection("states2").insertOne(new Document("_id", "d|1").append("sis", "A"));
        });

        in(database -> {
            Document same = new Document("sis", "A");
            database.getCollection("states").insertMany(List.of(new Document(same), new Document(same)));
            assertThat(refused(() -> database.getCollection("states2").insertOne(same)))
                    .isEqualTo(11000);
            database.getCollection("states2").dropIndexes();
            database.getCollection("states2").insertOne(same);
        });
    }

    @Test
    void a_dropped_collection_comes_back_empty_and_its_neighbour_untouched() {
        in(database -> {
            database.getCollection("states").insertOne(new Document("_id", "d|1"));
            database.getCollection("states").createIndex(Indexes.ascending("sis"), new IndexOptions().unique(true));
            database.getCollection("states2").insertOne(new Document("_id", "d|1"));
            database.getCollection("states").drop();
        });

        in(database -> {
            database.getCollection("states").insertMany(List.of(new Document("sis", "A"), new Document("sis", "A")));

            assertThat(database.getCollection("states").countDocuments()).isEqualTo(2);
            assertThat(database.getCollection("states2").countDocuments()).isEqualTo(1);
        });
    }

    @Test
    void a_dropped_database_leaves_one_whose_name_goes_on() {
        try (EmbeddedStore store = EmbeddedStore.start(dir, 0);
                MongoClient client = MongoClients.create(store.connectionString())) {
            for (String database : List.of("reopen", DATABASE))
                client.getDatabase(database).getCollection("states").insertOne(new Document("_id", "d|1"));
            client.getDatabase("reopen").drop();
        }

        in(database ->
                assertThat(database.getCollection("states").countDocuments()).isEqualTo(1));
    }

    @Test
    void the_file_does_not_grow_with_every_change() throws IOException {
        int count = 200;
        int rounds = 20;
        in(database -> {
            MongoCollection<Document> states = database.getCollection("states");
            states.insertMany(
                    IntStream.range(0, count).mapToObj(i -> state(i, 0)).toList());
            for (int round = 1; round <= rounds; round++)
                for (int i = 0; i < count; i++) states.replaceOne(eq("_id", i), state(i, round));
        });

        assertThat(Files.size(dir.resolve("store.mv"))).isLessThan(20L * count * 1_000);
    }

    @Test
    void a_directory_in_use_is_refused_in_one_sentence() {
        try (EmbeddedStore store = EmbeddedStore.start(dir, 0)) {
            assertThat(store.port()).isPositive();
            assertThatIllegalStateException()
                    .isThrownBy(() -> EmbeddedStore.start(dir, 0))
                    .withMessageContaining("The store in " + dir + " can't be opened");
        }
    }

    @Test
    void a_port_in_use_is_refused_in_one_sentence() {
        try (EmbeddedStore store = EmbeddedStore.start(null, 0)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> EmbeddedStore.start(null, store.port()))
                    .withMessage("The store can't start: port " + store.port() + " is in use");
        }
    }

    @Test
    void options_it_would_not_honour_are_refused() {
        in(database -> {
            MongoCollection<Document> states = database.getCollection("states");
            IndexOptions partial = new IndexOptions().partialFilterExpression(new Document("open", true));

            assertThat(refused(() -> states.createIndex(Indexes.ascending("sis"), partial)))
                    .isEqualTo(115);
        });
    }

    private static Document state(int id, int round) {
        return new Document("_id", id).append("round", round).append("filling", "x".repeat(1_000));
    }

    private static int refused(Runnable command) {
        return catchThrowableOfType(MongoException.class, command::run).getCode();
    }

    private void in(Consumer<MongoDatabase> work) {
        try (EmbeddedStore store = EmbeddedStore.start(dir, 0);
                MongoClient client = MongoClients.create(store.connectionString())) {
            work.accept(client.getDatabase(DATABASE));
        }
    }
}
