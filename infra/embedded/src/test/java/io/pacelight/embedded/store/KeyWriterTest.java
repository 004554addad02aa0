package io.pacelight.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyWriterTest {
    private static final long SEED = 20260302;

    @Test
    void keys_sort_as_mongodb_sorts_values() {
        List<@Nullable Object> ascending = Arrays.asList(
                MinKey.getInstance(),
                null,
                Double.NaN,
                Double.NEGATIVE_INFINITY,
                Long.MIN_VALUE,
                -1.5,
                -1,
                0,
                Double.MIN_VALUE,
                0.5,
                1L,
                2.5,
                (1L << 60) - 1,
                1L << 60,
                (1L << 60) + 1,
                Long.MAX_VALUE,
                0x1p63,
                Double.POSITIVE_INFINITY,
                "",
                "\0",
                "\0a",
                "a",
                "a\0",
                "a\0b",
                "aa",
                "b",
                "é",
                "學",
                "😀",
                new Document("a", 1),
                new Document("a", 1).append("b", 1),
                new Document("a", 2),
                List.of(),
                List.of(1),
                List.of(1, 2),
                List.of(2),
                new BinData(new byte[] {9}),
                new BinData(new byte[] {1, 1}),
                new ObjectId(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}),
                new ObjectId(new byte[] {-1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}),
                false,
                true,
                Instant.parse("1969-12-31T23:59:59Z"),
                Instant.parse("2026-03-02T08:00:00Z"),
                MaxKey.getInstance());

        List<@Nullable Object> shuffled = new ArrayList<>(ascending);
        Collections.shuffle(shuffled, new Random(SEED));
        shuffled.sort((a, b) -> KeyWriter.keyOf(a).compareTo(KeyWriter.keyOf(b)));

        assertThat(shuffled).isEqualTo(ascending);
    }

    @Test
    void equal_numbers_have_one_key() {
        Key seven = KeyWriter.keyOf(7);

        assertThat(List.of(7L, 7.0, new Decimal128(new BigDecimal("7"))))
                .allSatisfy(other -> assertThat(KeyWriter.keyOf(other)).isEqualTo(seven));
        assertThat(KeyWriter.keyOf(-0.0)).isEqualTo(KeyWriter.keyOf(0));
    }

    @Test
    void longs_beyond_the_doubles_keep_their_order() {
        Random random = new Random(SEED);
        List<Long> longs =
                LongStream.generate(random::nextLong).limit(2_000).boxed().toList();

        List<Long> byKey = longs.stream()
                .sorted((a, b) -> KeyWriter.keyOf(a).compareTo(KeyWriter.keyOf(b)))
                .toList();

        assertThat(byKey).as("seed %d", SEED).isEqualTo(longs.stream().sorted().toList());
    }

    @Test
    void no_value_begins_another() {
        List<Object> values = List.of("a", "a\0", "a\0b", "ab", 1, 1.5, List.of("a"), List.of("a", "b"), true);

        for (Object one : values)
            for (Object other : values)
                if (!one.equals(other)) {
                    Key begin = KeyWriter.keyOf(one);
                    byte[] head = Arrays.copyOf(KeyWriter.keyOf(other).bytes(), begin.length());
                    assertThat(head).as("%s before %s", one, other).isNotEqualTo(begin.bytes());
                }
    }
}
