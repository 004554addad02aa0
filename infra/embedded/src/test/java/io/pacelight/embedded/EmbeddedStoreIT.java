package io.pacelight.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Pacelight asks of a document store, asked of this one or of the one {@code PACELIGHT_TEST_MONGO_URI} names. */
class EmbeddedStoreIT {
    @RegisterExtension
    static final TestStore STORE = new TestStore();

    private MongoCollection<Document> states;

    @BeforeEach
    void empty() {
        states = STORE.database("embedded_store_it").getCollection("states");
        states.drop();
    }

    @Test
    void finds_by_a_list_of_ids() {
        insert(5);

        assertThat(ids(in("_id", "d|4", "d|1", "d|9"))).containsExactlyInAnyOrder("d|1", "d|4");
    }

    @Test
    void finds_a_range_of_ids_in_their_order() {
        states.insertMany(List.of(doc("d|b|2"), doc("d|a|1"), doc("d|b|1"), doc("d|c|1"), doc("d|b")));

        assertThat(ids(and(gte("_id", "d|b|"), lt("_id", "d|b}")))).containsExactly("d|b|1", "d|b|2");
    }

    @Test
    void a_guarded_replace_hits_only_the_version_it_read() {
        states.insertOne(doc("d|1").append("v", 1L));

        long first =
                states.replaceOne(guard("d|1", 1), doc("d|1").append("v", 2L)).getMatchedCount();
        long second =
                states.replaceOne(guard("d|1", 1), doc("d|1").append("v", 3L)).getMatchedCount();

        assertThat(List.of(first, second)).containsExactly(1L, 0L);
        assertThat(states.find(eq("_id", "d|1")).first()).isEqualTo(doc("d|1").append("v", 2L));
    }

    @Test
    void of_writers_that_guard_by_version_none_overwrites_another() throws Exception {
        int writers = 4;
        int each = 50;
        states.insertOne(doc("d|1").append("v", 0L));

        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            Callable<Void> writer = () -> {
                for (int done = 0; done < each; ) {
                    long read = states.find(eq("_id", "d|1")).first().getLong("v");
                    done += (int)
                            states.replaceOne(guard("d|1", read), doc("d|1").append("v", read + 1))
                                    .getMatchedCount();
                }
                return null;
            };
            for (Future<Void> result : threads.invokeAll(Collections.nCopies(writers, writer))) result.get();
        }

        assertThat(states.find(eq("_id", "d|1")).first().getLong("v")).isEqualTo(writers * each);
    }

    @Test
    void an_unordered_bulk_does_what_it_can_and_names_the_losers() {
        states.insertMany(List.of(doc("d|1").append("v", 1L), doc("d|2").append("v", 7L)));

        MongoBulkWriteException losers = catchThrowableOfType(
                MongoBulkWriteException.class,
                () -> states.bulkWrite(
                        List.of(
                                new InsertOneModel<>(doc("d|1").append("v", 1L)),
                                new InsertOneModel<>(doc("d|3").append("v", 1L)),
                                new ReplaceOneModel<>(
                                        guard("d|1", 1), doc("d|1").append("v", 2L)),
                                new ReplaceOneModel<>(
                                        guard("d|2", 1), doc("d|2").append("v", 2L))),
                        new BulkWriteOptions().ordered(false)));

        assertThat(losers.getWriteErrors()).singleElement().satisfies(error -> {
            assertThat(error.getIndex()).isZero();
            assertThat(error.getCode()).isEqualTo(11000);
        });
        assertThat(losers.getWriteResult().getInsertedCount()).isEqualTo(1);
        assertThat(losers.getWriteResult().getMatchedCount()).isEqualTo(1);
        assertThat(states.find()
                        .sort(Sorts.ascending("_id"))
                        .map(d -> d.get("_id") + ":" + d.get("v"))
                        .into(new ArrayList<>()))
                .containsExactly("d|1:2", "d|2:7", "d|3:1");
    }

    @Test
    void updates_many_at_once() {
        insert(4);

        long changed = states.updateMany(
                        in("_id", "d|1", "d|3"),
                        Updates.combine(Updates.set("light", "red"), Updates.inc("n", 10), Updates.unset("name")))
                .getModifiedCount();

        assertThat(changed).isEqualTo(2);
        assertThat(states.find(eq("light", "red")).sort(Sorts.ascending("_id")).into(new ArrayList<>()))
                .containsExactly(
                        new Document("_id", "d|1").append("n", 11).append("light", "red"),
                        new Document("_id", "d|3").append("n", 13).append("light", "red"));
    }

    @Test
    void pages_by_id() {
        insert(9);

        assertThat(ids(states.find(gt("_id", "d|3"))
                        .sort(Sorts.ascending("_id"))
                        .limit(2)))
                .containsExactly("d|4", "d|5");
        assertThat(ids(states.find(lt("_id", "d|3"))
                        .sort(Sorts.descending("_id"))
                        .limit(2)))
                .containsExactly("d|2", "d|1");
    }

    @Test
    void projects_and_counts() {
        insert(12);

        assertThat(states.find(eq("_id", "d|3"))
                        .projection(Projections.include("n"))
                        .first())
                .isEqualTo(new Document("_id", "d|3").append("n", 3));
        assertThat(states.find(eq("_id", "d|3"))
                        .projection(Projections.exclude("n"))
                        .first())
                .isEqualTo(new Document("_id", "d|3").append("name", "name 3"));
        assertThat(states.countDocuments(gte("n", 5))).isEqualTo(7);
        assertThat(states.countDocuments(in("_id", "d|1", "d|2"))).isEqualTo(2);
        assertThat(states.estimatedDocumentCount()).isEqualTo(12);
    }

    @Test
    void more_than_one_message_holds_is_read_in_batches() {
        String filling = "x".repeat(20_000);
        for (int i = 0; i < 3; i++) {
            int from = i * 1000;
            states.insertMany(IntStream.range(from, from + 1000)
                    .mapToObj(n -> doc("d|%05d".formatted(n)).append("filling", filling))
                    .toList());
        }

        assertThat(states.find().map(d -> d.getString("_id")).into(new ArrayList<>()))
                .hasSize(3000);
    }

    @Test
    void replaces_or_inserts() {
        ReplaceOptions upsert = new ReplaceOptions().upsert(true);

        Object inserted = states.replaceOne(eq("_id", "d|1"), doc("d|1").append("v", 1), upsert)
                .getUpsertedId();
        Object replaced = states.replaceOne(eq("_id", "d|1"), doc("d|1").append("v", 2), upsert)
                .getUpsertedId();

        assertThat(inserted).isEqualTo(new BsonString("d|1"));
        assertThat(replaced).isNull();
        assertThat(states.find().into(new ArrayList<>()))
                .containsExactly(doc("d|1").append("v", 2));
    }

    @Test
    void finds_and_changes_in_one_step() {
        insert(3);

        Document taken = states.findOneAndUpdate(
                and(gte("n", 1), exists("owner", false)),
                Updates.set("owner", "me"),
                new FindOneAndUpdateOptions().sort(Sorts.descending("n")).returnDocument(ReturnDocument.AFTER));

        assertThat(taken)
                .isEqualTo(doc("d|2").append("n", 2).append("name", "name 2").append("owner", "me"));
    }

    @Test
    void deletes_by_range_and_by_list() {
        insert(9);

        long byRange =
                states.deleteMany(and(gte("_id", "d|2"), lt("_id", "d|5"))).getDeletedCount();
        long byList = states.deleteMany(in("_id", "d|0", "d|2")).getDeletedCount();

        assertThat(List.of(byRange, byList)).containsExactly(3L, 1L);
        assertThat(ids(states.find())).containsExactly("d|1", "d|5", "d|6", "d|7", "d|8");
    }

    private void insert(int count) {
        states.insertMany(IntStream.range(0, count)
                .mapToObj(i -> doc("d|" + i).append("n", i).append("name", "name " + i))
                .toList());
    }

    private static Document doc(String id) {
        return new Document("_id", id);
    }

    private static Bson guard(String id, long version) {
        return and(eq("_id", id), eq("v", version));
    }

    private List<String> ids(Bson filter) {
        return ids(states.find(filter));
    }

    private static List<String> ids(Iterable<Document> found) {
        List<String> ids = new ArrayList<>();
        found.forEach(document -> ids.add(document.getString("_id")));
        return ids;
    }
}
