package io.pacelight.reporting.adapter.out.mongo;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * How values stand in documents: instants as nanoseconds since 1970 (a BSON date would cut them to milliseconds),
 * numbers of a scale as text (which keeps their digits), maps as lists of documents with a key {@code k}, since codes
 * hold dots. What is missing is left out.
 */
final class Fields {
    private static final long NANOS = 1_000_000_000L;

    private static final Instant EARLIEST = ofNanos(Long.MIN_VALUE);
    private static final Instant LATEST = ofNanos(Long.MAX_VALUE);

    private Fields() {}

    static void put(Document document, String name, @Nullable Object value) {
        if (value != null) document.append(name, value);
    }

    /** Beyond 1677 and 2262 the bounds themselves: a slip in one attempt's year must not hold up all who share its partition. */
    static @Nullable Long nanos(@Nullable Instant instant) {
        if (instant == null) return null;
        if (instant.isBefore(EARLIEST)) return Long.MIN_VALUE;
        if (instant.isAfter(LATEST)) return Long.MAX_VALUE;
        // from the second after, since the first second's own beginning is out of bounds
        long second = instant.getEpochSecond();
        return second < 0 ? (second + 1) * NANOS + (instant.getNano() - NANOS) : second * NANOS + instant.getNano();
    }

    static @Nullable Instant instant(Document document, String name) {
        Long nanos = document.getLong(name);
        return nanos == null ? null : ofNanos(nanos);
    }

    static Instant ofNanos(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }

    static Instant instantOf(Document document, String name) {
        Instant instant = instant(document, name);
        if (instant == null) throw new IllegalStateException("a document lacks its field " + name);
        return instant;
    }

    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    static @Nullable BigDecimal decimal(Document document, String name) {
        String text = document.getString(name);
        return text == null ? null : new BigDecimal(text);
    }

    static @Nullable LocalDate date(Document document, String name) {
        String text = document.getString(name);
        return text == null ? null : LocalDate.parse(text);
    }

    static String decimals(List<BigDecimal> values) {
        StringBuilder text = new StringBuilder();
        for (BigDecimal value : values) {
            if (!text.isEmpty()) text.append(' ');
            text.append(value);
        }
        return text.toString();
    }

    static List<BigDecimal> decimals(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" ")).map(BigDecimal::new).toList();
    }

    /** Numbers as eight bytes each, which a store reads as one value however many they are. */
    static Binary packed(long[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES);
        bytes.asLongBuffer().put(values);
        return new Binary(bytes.array());
    }

    static long[] unpacked(Document document, String name) {
        Binary packed = document.get(name, Binary.class);
        if (packed == null) return new long[0];
        long[] values = new long[packed.length() / Long.BYTES];
        ByteBuffer.wrap(packed.getData()).asLongBuffer().get(values);
        return values;
    }

    static List<Long> longs(long[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    static long[] longs(Document document, String name) {
        return document.getList(name, Long.class, List.of()).stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    static <K, V> List<Document> entries(Map<K, V> map, Function<K, Object> key, Function<V, Document> value) {
        List<Document> entries = new ArrayList<>(map.size());
        map.forEach((k, v) -> entries.add(value.apply(v).append("k", key.apply(k))));
        return entries;
    }

    static <V> List<Document> entries(Map<String, V> map, Function<V, Document> value) {
        return entries(map, key -> key, value);
    }

    static <V> Map<String, V> map(Document document, String name, BiFunction<String, Document, V> value) {
        Map<String, V> map = new HashMap<>();
        for (Document entry : list(document, name)) {
            String key = entry.getString("k");
            map.put(key, value.apply(key, entry));
        }
        return map;
    }

    static List<Document> list(Document document, String name) {
        return document.getList(name, Document.class, List.of());
    }

    static List<String> texts(Document document, String name) {
        return document.getList(name, String.class, List.of());
    }

    static List<String> sorted(Collection<String> texts) {
        return texts.stream().sorted().toList();
    }
}
