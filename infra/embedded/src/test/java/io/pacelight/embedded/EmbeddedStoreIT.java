package io.pacelight.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Pacelight asks of a document store, asked of this one or of the one {@code PACELIGHT_TEST_MONGO_URI} names. */
class EmbeddedStoreIT {
    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
    private static TestStore store;
    private static MongoClient client;
    private MongoCollection<Document> states;

    @BeforeAll
    static void open() {
        store = TestStore.open();
        client = MongoClients.create(store.uri());
    }

    @AfterAll
    static void close() {
        client.close();
        store.close();
    }

    @BeforeEach
    void empty() {
        states = client.getDatabase("embedded_store_it").getCollection("states");
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
    void an_index_on_a_list_finds_each_element_once() {
        states.createIndex(Indexes.ascending("classes"));
        states.insertMany(List.of(
                doc("d|1").append("classes", List.of("math", "art")),
                doc("d|2").append("classes", List.of("art")),
                doc("d|3").append("classes", List.of()),
                doc("d|4")));

        assertThat(ids(eq("classes", "art"))).containsExactlyInAnyOrder("d|1", "d|2");
        assertThat(ids(in("classes", "art", "math"))).containsExactlyInAnyOrder("d|1", "d|2");
        assertThat(states.countDocuments()).isEqualTo(4);
    }

    @Test
    void an_index_on_a_list_of_documents_follows_its_changes() {
        states.createIndex(Indexes.ascending("d", "roles.org"));
        states.insertOne(doc("d|1").append("d", "d").append("roles", List.of(role("s1"), role("s2"))));

        states.updateOne(eq("_id", "d|1"), Updates.set("roles", List.of(role("s2"), role("s3"))));

        assertThat(ids(and(eq("d", "d"), eq("roles.org", "s1")))).isEmpty();
        assertThat(ids(and(eq("d", "d"), eq("roles.org", "s2")))).containsExactly("d|1");
        assertThat(ids(and(eq("d", "d"), eq("roles.org", "s3")))).containsExactly("d|1");
    }

    @Test
    void two_bounds_on_a_list_may_be_met_by_two_elements() {
        states.createIndex(Indexes.ascending("scores"));
        states.insertOne(doc("d|1").append("scores", List.of(1, 9)));

        assertThat(ids(and(gt("scores", 4), lt("scores", 6)))).containsExactly("d|1");
    }

    @Test
    void finds_a_range_of_instants_after_an_equality() {
        states.createIndex(Indexes.ascending("bucket", "due"));
        insertDue(10);

        Bson dueNow = and(eq("bucket", 1), lte("due", Date.from(MONDAY.plusSeconds(500))));

        assertThat(ids(dueNow)).containsExactly("d|1", "d|3", "d|5");
    }

    @Test
    void sorts_and_limits_with_and_without_an_index() {
        insertDue(10);
        Bson newestFirst = Sorts.descending("bucket", "due");

        List<String> scanned = ids(states.find().sort(newestFirst).limit(3));
        states.createIndex(Indexes.ascending("bucket", "due"));
        List<String> walked = ids(states.find().sort(newestFirst).limit(3));

        assertThat(scanned).containsExactly("d|9", "d|7", "d|5");
        assertThat(walked).isEqualTo(scanned);
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
    void a_unique_index_holds_against_inserts_updates_and_old_documents() {
        states.insertMany(List.of(doc("d|1").append("sis", "A"), doc("d|2").append("sis", "B")));
        states.createIndex(Indexes.ascending("sis"), new IndexOptions().unique(true));

        MongoWriteException insert = catchThrowableOfType(
                MongoWriteException.class, () -> states.insertOne(doc("d|3").append("sis", "A")));
        MongoWriteException update = catchThrowableOfType(
                MongoWriteException.class, () -> states.updateOne(eq("_id", "d|2"), Updates.set("sis", "A")));
        states.updateOne(eq("_id", "d|1"), Updates.set("sis", "C"));
        states.insertOne(doc("d|3").append("sis", "A"));

        assertThat(List.of(insert.getCode(), update.getCode())).containsExactly(11000, 11000);
        assertThat(ids(eq("sis", "A"))).containsExactly("d|3");
    }

    @Test
    void a_unique_index_is_refused_where_there_are_duplicates_and_leaves_nothing_behind() {
        states.insertMany(List.of(doc("d|1").append("sis", "A"), doc("d|2").append("sis", "A")));
        Bson bySis = Indexes.ascending("sis");

        assertThat(refused(() -> states.createIndex(bySis, new IndexOptions().unique(true))))
                .isEqualTo(11000);
        assertThat(refused(() -> states.createIndex(bySis, new IndexOptions().unique(true))))
                .isEqualTo(11000);
        states.deleteOne(eq("_id", "d|2"));
        states.createIndex(bySis, new IndexOptions().unique(true));

        assertThat(ids(eq("sis", "A"))).containsExactly("d|1");
    }

    @Test
    void numbers_are_found_whatever_their_type() {
        states.createIndex(Indexes.ascending("n"));
        long beyondDoubles = (1L << 60) + 1;
        states.insertMany(List.of(
                doc("d|int").append("n", 7),
                doc("d|long").append("n", 7L),
                doc("d|double").append("n", 7.0),
                doc("d|large").append("n", beyondDoubles),
                doc("d|text").append("n", "7")));

        assertThat(ids(eq("n", 7))).containsExactlyInAnyOrder("d|int", "d|long", "d|double");
        assertThat(ids(eq("n", beyondDoubles))).containsExactly("d|large");
        assertThat(ids(gte("n", 7.5))).containsExactly("d|large");
    }

    @Test
    void a_dropped_index_no_longer_binds() {
        states.createIndex(
                Indexes.ascending("sis"), new IndexOptions().unique(true).name("sis"));
        states.dropIndex("sis");

        states.insertMany(List.of(doc("d|1").append("sis", "A"), doc("d|2").append("sis", "A")));

        assertThat(ids(eq("sis", "A"))).containsExactlyInAnyOrder("d|1", "d|2");
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

    private static int refused(Runnable command) {
        return catchThrowableOfType(MongoException.class, command::run).getCode();
    }

    private void insert(int count) {
        states.insertMany(IntStream.range(0, count)
                .mapToObj(i -> doc("d|" + i).append("n", i).append("name", "name " + i))
                .toList());
    }

    private void insertDue(int count) {
        states.insertMany(IntStream.range(0, count)
                .mapToObj(i ->
                        doc("d|" + i).append("bucket", i % 2).append("due", Date.from(MONDAY.plusSeconds(100L * i))))
                .toList());
    }

    private static Document doc(String id) {
        return new Document("_id", id);
    }

    private static Document role(String org) {
        return new Document("org", org).append("role", "teacher");
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
