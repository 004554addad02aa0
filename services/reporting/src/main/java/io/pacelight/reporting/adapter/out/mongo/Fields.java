package io.pacelight.reporting.adapter.out.mongo;

import io.pacelight.kit.mongo.FieldWriter;
import io.pacelight.kit.mongo.StoredFields;
import io.pacelight.kit.mongo.StoredRow;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
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

    static @Nullable Long nanos(@Nullable Instant instant) {
        return instant == null ? null : (Long) nanosOf(instant);
    }

    /** Beyond 1677 and 2262 the bounds themselves: a slip in one attempt's year must not hold up all who share its partition. */
    static long nanosOf(Instant instant) {
        if (instant.isBefore(EARLIEST)) return Long.MIN_VALUE;
        if (instant.isAfter(LATEST)) return Long.MAX_VALUE;
        // from the second after, since the first second's own beginning is out of bounds
        long second = instant.getEpochSecond();
        return second < 0 ? (second + 1) * NANOS + (instant.getNano() - NANOS) : second * NANOS + instant.getNano();
    }

    static @Nullable Instant instant(StoredFields in, String name) {
        Long nanos = in.numberOrNone(name);
        return nanos == null ? null : ofNanos(nanos);
    }

    static Instant instantOf(StoredFields in, String name) {
        return ofNanos(in.number(name));
    }

    static Instant ofNanos(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }

    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    static @Nullable BigDecimal decimal(StoredFields in, String name) {
        String text = in.stringOrNone(name);
        return text == null ? null : new BigDecimal(text);
    }

    static @Nullable LocalDate date(StoredFields in, String name) {
        String text = in.stringOrNone(name);
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
        List<BigDecimal> values = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int blank = text.indexOf(' ', from);
            int end = blank < 0 ? text.length() : blank;
            values.add(new BigDecimal(text.substring(from, end)));
            from = end + 1;
        }
        return values;
    }

    /** Numbers as eight bytes each, which a store reads as one value however many they are. */
    static byte[] packed(long[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES);
        bytes.asLongBuffer().put(values);
        return bytes.array();
    }

    static long[] unpacked(StoredFields in, String name) {
        byte[] packed = in.binaryOrNone(name);
        if (packed == null) return new long[0];
        long[] values = new long[packed.length / Long.BYTES];
        ByteBuffer.wrap(packed).asLongBuffer().get(values);
        return values;
    }

    static <K, V> void entries(
            FieldWriter out, String name, Map<K, V> map, Function<K, String> key, BiConsumer<FieldWriter, V> value) {
        out.documents(name, map.entrySet(), (entry, of) -> {
            value.accept(entry, of.getValue());
            entry.put("k", key.apply(of.getKey()));
        });
    }

    static <V> void entries(FieldWriter out, String name, Map<String, V> map, BiConsumer<FieldWriter, V> value) {
        entries(out, name, map, key -> key, value);
    }

    static <K, V> Map<K, V> map(
            StoredFields in, String name, Function<String, K> key, BiFunction<K, StoredFields, V> value) {
        Map<K, V> map = new HashMap<>();
        for (StoredRow rows = in.array(name); rows.hasNext(); ) {
            StoredFields entry = rows.document();
            K k = key.apply(entry.string("k"));
            map.put(k, value.apply(k, entry));
        }
        return map;
    }

    static <V> Map<String, V> map(StoredFields in, String name, BiFunction<String, StoredFields, V> value) {
        return map(in, name, key -> key, value);
    }

    static List<String> sorted(Collection<String> texts) {
        return texts.stream().sorted().toList();
    }
}
