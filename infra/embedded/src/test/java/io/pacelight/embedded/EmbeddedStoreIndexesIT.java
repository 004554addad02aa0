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

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What indexes must do, with whatever store {@link EmbeddedStoreIT} is run on. */
class EmbeddedStoreIndexesIT {
    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");

    @RegisterExtension
    static final TestStore STORE = new TestStore();

    private MongoCollection<Document> states;

    @BeforeEach
    void empty() {
        states = STORE.database("embedded_store_indexes_it").getCollection("states");
        states.drop();
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
    void an_index_on_two_fields_of_the_elements_of_a_list_finds_the_document() {
        states.createIndex(Indexes.ascending("roles.org", "roles.role"));
        states.insertOne(doc("d|1").append("roles", List.of(role("s1"), role("s2"))));

        assertThat(ids(and(eq("roles.org", "s2"), eq("roles.role", "teacher")))).containsExactly("d|1");
        assertThat(ids(eq("roles.org", "s3"))).isEmpty();
    }

    @Test
    void an_index_on_two_lists_side_by_side_refuses_the_document() {
        states.createIndex(Indexes.ascending("classes", "schools"));
        Document sideBySide = doc("d|1").append("classes", List.of("c")).append("schools", List.of("s"));

        assertThat(refused(() -> states.insertOne(sideBySide))).isEqualTo(171);
        assertThat(states.countDocuments()).isZero();
    }

    private static int refused(Runnable command) {
        return catchThrowableOfType(MongoException.class, command::run).getCode();
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

    private List<String> ids(Bson filter) {
        return ids(states.find(filter));
    }

    private static List<String> ids(Iterable<Document> found) {
        List<String> ids = new ArrayList<>();
        found.forEach(document -> ids.add(document.getString("_id")));
        return ids;
    }
}
