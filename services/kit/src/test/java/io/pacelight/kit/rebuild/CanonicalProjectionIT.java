package io.pacelight.kit.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.pacelight.embedded.TestPlatform;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class CanonicalProjectionIT {
    private static final MongoClient CLIENT = MongoClients.create(TestPlatform.mongoUri());

    private final MongoDatabase one = database();
    private final MongoDatabase other = database();
    private final CanonicalProjection projection = CanonicalProjection.of(CanonicalProjection.states("students")
                    .without("s.at", "when it was computed")
                    .unordered("s.set")
                    .unordered("s.pairs", 2))
            .notPart("sent", "what was mailed is never rebuilt");

    private static MongoDatabase database() {
        return CLIENT.getDatabase("projection-" + UUID.randomUUID());
    }

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    private static Document student(String id, int value) {
        return new Document("_id", id)
                .append("n", 3L)
                .append("s", new Document("value", value).append("at", new Date(7)));
    }

    private static void put(MongoDatabase database, Document... documents) {
        database.getCollection("students").insertMany(List.of(documents));
    }

    @Test
    void the_hash_is_of_what_is_known_and_not_of_how_it_was_written() {
        put(
                one,
                student("b", 2),
                student("a", 1)
                        .append("v", 9L)
                        .append("wr", "somebody")
                        .append("wn", 4L)
                        .append("savedAt", new Date(1))
                        .append("pending", true)
                        .append("in", List.of(List.of("x", 1L))));
        put(
                other,
                new Document("_id", "a")
                        .append("s", new Document("at", new Date(8)).append("value", 1))
                        .append("n", 3L),
                student("b", 2));
        other.getCollection("sent").insertOne(new Document("_id", "mail"));
        assertThat(projection.hash(one)).isEqualTo(projection.hash(other)).hasSize(64);
    }

    @Test
    void another_value_another_sequence_and_another_document_give_another_hash() {
        put(one, student("a", 1));
        String hash = projection.hash(one);
        put(other, student("a", 2));
        assertThat(projection.hash(other)).isNotEqualTo(hash);
        other.getCollection("students").replaceOne(new Document("_id", "a"), student("a", 1));
        assertThat(projection.hash(other)).isEqualTo(hash);
        other.getCollection("students")
                .updateOne(new Document("_id", "a"), new Document("$set", new Document("n", 4L)));
        assertThat(projection.hash(other)).isNotEqualTo(hash);
        put(one, student("b", 1));
        assertThat(projection.hash(one)).isNotEqualTo(hash);
        assertThat(projection.documents(one, "students")).containsOnlyKeys("a", "b");
    }

    @Test
    void only_where_it_is_said_the_order_of_a_list_is_no_matter() {
        put(one, listed(List.of(1, 2), List.of("k", 1, "j", 2), List.of(1, 2)));
        put(other, listed(List.of(2, 1), List.of("j", 2, "k", 1), List.of(1, 2)));
        assertThat(projection.hash(one)).isEqualTo(projection.hash(other));
        MongoDatabase third = database();
        put(third, listed(List.of(1, 2), List.of("k", 1, "j", 2), List.of(2, 1)));
        assertThat(projection.hash(third)).isNotEqualTo(projection.hash(one));
        MongoDatabase fourth = database();
        put(fourth, listed(List.of(1, 2), List.of("k", 2, "j", 1), List.of(1, 2)));
        assertThat(projection.hash(fourth)).isNotEqualTo(projection.hash(one));
    }

    private static Document listed(List<?> set, List<?> pairs, List<?> list) {
        return new Document("_id", "a")
                .append("s", new Document("set", set).append("pairs", pairs).append("list", list));
    }

    @Test
    void only_where_it_is_said_a_document_of_zeros_is_as_good_as_none() {
        Document nobody = new Document("_id", "z")
                .append("s", new Document("count", 0L).append("rows", List.of(new Document("n", List.of(0, 0)))));
        put(one, student("a", 1));
        put(other, student("a", 1), nobody);
        assertThat(projection.hash(other)).isNotEqualTo(projection.hash(one));
        CanonicalProjection totals =
                CanonicalProjection.of(CanonicalProjection.states("students").withoutZeros("s", "a total of nobody"));
        assertThat(totals.hash(other)).isEqualTo(totals.hash(one));
        assertThat(totals.documents(other, "students")).containsOnlyKeys("a");
        MongoDatabase third = database();
        put(third, student("a", 1), student("z", 0).append("s", new Document("count", 0L).append("name", "")));
        assertThat(totals.hash(third)).isNotEqualTo(totals.hash(one));
    }

    @Test
    void a_collection_that_nobody_spoke_of_is_an_error() {
        put(one, student("a", 1));
        one.getCollection("forgotten").insertOne(new Document("_id", 1));
        assertThatThrownBy(() -> projection.hash(one))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith("of which is not said whether they are part of its projection: [forgotten]");
    }
}
