package io.pacelight.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.embedded.EmbeddedChannel;
import io.pacelight.embedded.bson.BsonWriter;
import io.pacelight.embedded.bson.EveryType;
import io.pacelight.embedded.bson.RawBson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is done with bytes comes to the same as what mongo-java-server does with documents. */
class RawPathsTest {
    private static final long SEED = 20260302;
    private static final int DOCUMENTS = 30;
    private static final int BAD_VALUE = 2;
    private static final List<String> FIELDS = List.of("a", "b", "c", "d");

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final OrderedBackend store = OrderedBackend.open(null);
    private final OrderedBackend other = OrderedBackend.open(null);

    @AfterEach
    void close() {
        store.close();
        other.close();
        channel.close().syncUninterruptibly();
    }

    @Test
    void writes_are_answered_alike_and_leave_the_same_documents() {
        Random random = new Random(SEED);
        for (int round = 0; round < 40; round++) {
            String database = "d" + round;
            Document index = index(random);
            for (OrderedBackend each : List.of(store, other)) {
                createIndex(each, database, index.cloneDeeply());
                insert(each, database, documents(new Random(round)));
            }
            for (int i = 0; i < 25; i++) {
                Document update = update(random);
                Document raw = update.clone();
                raw.put("u", BsonWriter.encode((Document) update.get("u")));
                Document answer = update(store, database, raw);
                assertThat(answer)
                        .as("seed %d round %d index %s update %s", SEED, round, index, update)
                        .isEqualTo(update(other, database, update.cloneDeeply()));
                Document query = query(random);
                assertThat(unordered(find(store, database, new Document("filter", query))))
                        .as("seed %d round %d index %s query %s after %s", SEED, round, index, query, update)
                        .containsExactlyInAnyOrderElementsOf(
                                unordered(find(other, database, new Document("filter", query))));
            }
            assertThat(unordered(find(store, database, new Document())))
                    .isEqualTo(unordered(find(other, database, new Document())));
        }
    }

    @Test
    void a_find_answers_what_the_matcher_and_the_comparator_say_page_by_page() {
        Random random = new Random(SEED);
        for (int round = 0; round < 40; round++) {
            String database = "found" + round;
            List<Document> all = documents(random);
            for (Document document : all) if (random.nextInt(5) > 0) document.put("n", random.nextInt(5));
            createIndex(store, database, index(random));
            insert(store, database, all);
            List<Document> stored = find(store, database, new Document());
            for (int i = 0; i < 25; i++) {
                Document query = query(random);
                Document order =
                        new Document("n", random.nextBoolean() ? 1 : -1).append("_id", random.nextBoolean() ? 1 : -1);
                Document find = new Document("filter", query)
                        .append("sort", order)
                        .append("skip", random.nextInt(3))
                        .append("limit", random.nextInt(3) * 5)
                        .append("batchSize", 1 + random.nextInt(6));
                Stream<Document> expected = stored.stream()
                        .filter(document -> new DefaultQueryMatcher().matches(document, query))
                        .sorted(new DocumentComparator(order))
                        .skip((int) find.get("skip"));
                int limit = (int) find.get("limit");

                assertThat(find(store, database, find))
                        .as("seed %d round %d find %s", SEED, round, find)
                        .containsExactlyElementsOf((limit > 0 ? expected.limit(limit) : expected).toList());
            }
        }
    }

    @Test
    void a_projection_keeps_what_it_names_in_the_order_of_the_document() {
        insert(
                store,
                "p",
                List.of(new Document("_id", 1).append("a", 2).append("b", new Document("x", 3).append("y", 4))));

        assertThat(projected(new Document("b", 1).append("a", true)))
                .isEqualTo(new Document("_id", 1).append("a", 2).append("b", new Document("x", 3).append("y", 4)));
        assertThat(projected(new Document("a", 1).append("_id", 0))).isEqualTo(new Document("a", 2));
        assertThat(projected(new Document("b", 0))).isEqualTo(new Document("_id", 1).append("a", 2));
        assertThat(projected(new Document("_id", 1))).isEqualTo(new Document("_id", 1));
        assertThat(projected(new Document("b.x", 1)))
                .isEqualTo(new Document("_id", 1).append("b", new Document("x", 3)));
    }

    @Test
    void a_value_that_an_index_has_no_order_for_is_refused_and_changes_nothing() {
        byte[] everyType = EveryType.bytes(EveryType.document("d|1"));
        RawBson symbol = RawBson.received(everyType, 0, everyType.length);
        createIndex(store, "o", new Document("key", new Document("a", 1)).append("name", "a"));
        createIndex(store, "o", new Document("key", new Document("symbol", 1)).append("name", "symbol"));
        Document before = new Document("_id", "d|1").append("a", 1);

        Document insert = command(store, "o", new Document("insert", "c").append("documents", List.of(symbol)));
        insert(store, "o", List.of(before));
        Document update = update(store, "o", new Document("q", new Document("_id", "d|1")).append("u", symbol));

        assertThat(List.of(codes(insert), codes(update))).containsExactly(List.of(BAD_VALUE), List.of(BAD_VALUE));
        assertThat(find(store, "o", new Document("filter", new Document("a", 1))))
                .containsExactly(before);
        assertThat(find(store, "o", new Document())).containsExactly(before);
    }

    private static List<Object> codes(Document answer) {
        List<?> errors = (List<?>) answer.get("writeErrors");
        return errors.stream().map(error -> ((Document) error).get("code")).toList();
    }

    private Document projected(Document projection) {
        return find(store, "p", new Document("projection", projection)).getFirst();
    }

    private void createIndex(OrderedBackend in, String database, Document index) {
        command(in, database, new Document("createIndexes", "c").append("indexes", List.of(index)));
    }

    private void insert(OrderedBackend into, String database, List<Document> documents) {
        List<RawBson> raw = documents.stream().map(BsonWriter::encode).toList();
        command(
                into,
                database,
                new Document("insert", "c").append("documents", raw).append("ordered", false));
    }

    private Document update(OrderedBackend in, String database, Document update) {
        return command(in, database, new Document("update", "c").append("updates", List.of(update)));
    }

    /** A replacement by mongo-java-server leaves fields where they were; in bytes, as in MongoDB, they stand as they are sent. */
    private static List<Map<String, Object>> unordered(List<Document> documents) {
        return documents.stream().<Map<String, Object>>map(TreeMap::new).toList();
    }

    /** All pages of a find. */
    private List<Document> find(OrderedBackend in, String database, Document parameters) {
        Document answer = command(in, database, new Document("find", "c").appendAll(parameters));
        List<Document> found = new ArrayList<>(page(answer, "firstBatch"));
        for (long cursor = cursor(answer); cursor != 0; cursor = cursor(answer)) {
            answer = command(
                    in,
                    database,
                    new Document("getMore", cursor)
                            .append("collection", "c")
                            .append("batchSize", parameters.getOrDefault("batchSize", 0)));
            found.addAll(page(answer, "nextBatch"));
        }
        return found;
    }

    private static List<Document> page(Document answer, String batch) {
        List<?> page = (List<?>) ((Document) answer.get("cursor")).get(batch);
        return page.stream().map(each -> ((RawBson) each).decode()).toList();
    }

    private static long cursor(Document answer) {
        return (long) ((Document) answer.get("cursor")).get("id");
    }

    private Document command(OrderedBackend in, String database, Document command) {
        return in.handleCommand(channel, database, command.keySet().iterator().next(), command);
    }

    private static Document index(Random random) {
        Document key = new Document(FIELDS.get(random.nextInt(3)), 1);
        if (random.nextBoolean()) key.append("_id", 1);
        return new Document("key", key).append("name", "i").append("unique", random.nextInt(3) == 0);
    }

    private static List<Document> documents(Random random) {
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS; i++) documents.add(document(i, random));
        return documents;
    }

    private static Document document(int id, Random random) {
        Document document = new Document("_id", "d|" + id);
        for (String field : FIELDS) if (random.nextInt(4) > 0) document.put(field, value(random));
        return document;
    }

    private static Object value(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "text " + random.nextInt(3);
            case 1 ->
                new ArrayList<>(random.ints(random.nextInt(3), 0, 5).boxed().toList());
            case 2 -> new Document("x", random.nextInt(3));
            default -> random.nextInt(5);
        };
    }

    /** A change of one document by its id: guarded or not, of the whole or of some fields, and one or another that is refused. */
    private static Document update(Random random) {
        int id = random.nextInt(DOCUMENTS + 5);
        Document query = new Document("_id", "d|" + id);
        if (random.nextBoolean()) query.append(FIELDS.get(random.nextInt(4)), random.nextInt(5));
        Document conjunction = new Document(
                "$and", query.entrySet().stream().map(RawPathsTest::alone).toList());
        return new Document("q", random.nextBoolean() ? query : conjunction)
                .append("u", change(random.nextInt(20) == 0 ? id + 1 : id, random))
                .append("upsert", random.nextInt(4) == 0);
    }

    private static Document alone(Map.Entry<String, Object> condition) {
        return new Document(condition.getKey(), condition.getValue());
    }

    private static Document change(int id, Random random) {
        Document whole = document(id, random);
        return switch (random.nextInt(5)) {
            case 0 -> {
                whole.remove("_id");
                yield whole;
            }
            case 1 ->
                new Document(
                        "$set",
                        new Document(FIELDS.get(random.nextInt(2)), value(random))
                                .append(FIELDS.get(2 + random.nextInt(2)), List.of()));
            case 2 -> new Document("$set", new Document("b.x", 7)).append("$unset", new Document("c", ""));
            default -> whole;
        };
    }

    private static Document query(Random random) {
        Document query = new Document();
        for (String field : FIELDS) if (random.nextInt(3) == 0) query.put(field, condition(random));
        return switch (random.nextInt(4)) {
            case 0 -> new Document("$or", List.of(query, new Document("b.x", random.nextInt(3))));
            case 1 -> new Document("$and", List.of(query, new Document("_id", new Document("$gte", "d|2"))));
            default -> query;
        };
    }

    private static Object condition(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> value(random);
            case 1 -> new Document("$in", List.of(random.nextInt(5), "text 1"));
            case 2 -> new Document("$gte", random.nextInt(4));
            case 3 -> new Document("$exists", random.nextBoolean());
            default -> new Document("$ne", random.nextInt(5));
        };
    }
}
