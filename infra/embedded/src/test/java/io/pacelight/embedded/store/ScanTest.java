package io.pacelight.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import io.pacelight.embedded.bson.BsonWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever the documents and the query, what the index yields contains all that matches. */
class ScanTest {
    private static final String STATES = "d.states";
    private static final long SEED = 20260302;
    private static final List<String> FIELDS = List.of("a", "b", "c");

    @Test
    void a_scan_misses_no_match() {
        Random random = new Random(SEED);
        for (int round = 0; round < 80; round++) {
            List<Document> documents =
                    IntStream.range(0, 40).mapToObj(i -> document(i, random)).toList();
            try (StoreFile file = StoreFile.open(null)) {
                SecondaryIndex index = index(file, random);
                for (Document document : documents) add(file, index, document);
                for (int i = 0; i < 20; i++) {
                    Document query = query(random);
                    Scan scan = Scan.of(index, Conditions.of(query));
                    List<Document> yielded = scan.read(random.nextBoolean())
                            .found()
                            .map(found -> found.document().decode())
                            .toList();
                    List<Document> matching = documents.stream()
                            .filter(document -> new DefaultQueryMatcher().matches(document, query))
                            .toList();

                    assertThat(yielded)
                            .as("seed %d round %d index %s query %s", SEED, round, index.fields(), query)
                            .containsAll(matching)
                            .doesNotHaveDuplicates();
                    Document left = Conditions.leftBy(scan, query);
                    assertThat(yielded.stream().filter(document -> new DefaultQueryMatcher().matches(document, left)))
                            .as("seed %d round %d query %s, of which is left %s", SEED, round, query, left)
                            .containsExactlyInAnyOrderElementsOf(matching);
                }
            }
        }
    }

    @Test
    void values_that_the_scan_has_picked_are_not_matched_again_and_all_else_is() {
        try (StoreFile file = StoreFile.open(null)) {
            SecondaryIndex index = index(file, List.of("a", "b"));
            Document query = new Document("a", new Document("$in", List.of(1, 2)))
                    .append("b", new Document("$gte", 3))
                    .append("c", 4);

            assertThat(Conditions.leftBy(Scan.of(index, Conditions.of(query)), query))
                    .isEqualTo(new Document("b", new Document("$gte", 3)).append("c", 4));
        }
    }

    @Test
    void equality_on_all_fields_reads_one_range_and_an_unused_field_ends_the_prefix() {
        try (StoreFile file = StoreFile.open(null)) {
            SecondaryIndex index = index(file, List.of("a", "b", "c"));

            Scan whole = Scan.of(
                    index, Conditions.of(new Document("c", 3).append("a", 1).append("b", 2)));
            Scan prefix = Scan.of(index, Conditions.of(new Document("a", 1).append("c", 3)));
            Scan none = Scan.of(index, Conditions.of(new Document("b", 1)));

            assertThat(List.of(whole.worth(), prefix.worth(), none.worth())).containsExactly(6, 2, 0);
            assertThat(whole.ranges()).hasSize(1);
        }
    }

    @Test
    void the_order_of_the_rest_of_the_index_needs_no_sorting() {
        try (StoreFile file = StoreFile.open(null)) {
            SecondaryIndex index = index(file, List.of("a", "b"));
            Conditions fixed = Conditions.of(new Document("a", 1));

            assertThat(Scan.of(index, fixed).direction(new Document("b", 1))).isEqualTo(1);
            assertThat(Scan.of(index, fixed).direction(new Document("b", -1).append("_id", -1)))
                    .isEqualTo(-1);
            assertThat(Scan.of(index, fixed).direction(new Document("b", -1).append("_id", 1)))
                    .isZero();
            assertThat(Scan.of(index, fixed).direction(new Document("c", 1))).isZero();
            assertThat(Scan.of(index, Conditions.of(new Document())).direction(new Document("b", 1)))
                    .isZero();
        }
    }

    @SuppressWarnings("NullAway") // only a unique index would ask which collection it is in, to name it when it refuses
    private static void add(StoreFile file, SecondaryIndex index, Document document) {
        Key position = OrderedIndex.positionOf(document);
        file.documents(STATES).put(position, BsonWriter.encode(document).toBytes());
        index.add(document, position, null);
    }

    private static SecondaryIndex index(StoreFile file, Random random) {
        List<String> fields = new ArrayList<>(FIELDS);
        java.util.Collections.shuffle(fields, random);
        return index(file, fields.subList(0, 1 + random.nextInt(2)));
    }

    private static SecondaryIndex index(StoreFile file, List<String> fields) {
        Table<Key, Long> entries = file.entries(STATES, "i");
        return new SecondaryIndex(
                "i",
                fields.stream().map(field -> new IndexKey(field, true)).toList(),
                false,
                false,
                entries,
                file.documents(STATES),
                file.listFields(STATES, "i"));
    }

    /** At most one list a document: MongoDB has no index on two lists side by side. */
    private static Document document(int id, Random random) {
        Document document = new Document("_id", "d|" + id);
        String list = random.nextInt(3) == 0 ? FIELDS.get(random.nextInt(3)) : "";
        for (String field : FIELDS) {
            if (field.equals(list))
                document.put(field, random.ints(random.nextInt(4), 0, 6).boxed().collect(Collectors.toList()));
            else if (random.nextInt(5) > 0) document.put(field, value(random));
        }
        return document;
    }

    private static Object value(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "text " + random.nextInt(3);
            case 1 -> random.nextInt(6) + 0.5;
            case 2 -> (long) random.nextInt(6);
            default -> random.nextInt(6);
        };
    }

    private static Document query(Random random) {
        Document query = new Document();
        for (String field : FIELDS) if (random.nextBoolean()) query.put(field, condition(random));
        if (random.nextInt(3) == 0) {
            String field = FIELDS.get(random.nextInt(3));
            query.put("$and", List.of(new Document(field, condition(random)), new Document(field, condition(random))));
        }
        return query;
    }

    private static Object condition(Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> value(random);
            case 1 -> new Document("$in", Arrays.asList(value(random), value(random), null));
            case 2 -> new Document("$in", List.of(value(random), value(random)));
            case 3 -> new Document("$gte", value(random));
            case 6 -> new Document("$lte", value(random));
            case 4 -> new Document("$gt", random.nextInt(4)).append("$lt", 3 + random.nextInt(3));
            default -> new Document("$ne", value(random));
        };
    }
}
