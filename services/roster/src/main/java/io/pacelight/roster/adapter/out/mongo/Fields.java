package io.pacelight.roster.adapter.out.mongo;

import io.pacelight.kit.mongo.FieldWriter;
import io.pacelight.kit.mongo.StoredFields;
import io.pacelight.kit.mongo.StoredRow;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads and writes the few shapes of field that the roster's documents have; what is empty is left out. */
final class Fields {
    private Fields() {}

    static @Nullable LocalDate date(StoredFields in, String field) {
        String text = in.stringOrNone(field);
        return text == null ? null : LocalDate.parse(text);
    }

    static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    static void strings(FieldWriter out, String field, Collection<String> values) {
        if (!values.isEmpty()) out.strings(field, values);
    }

    /** Maps stand as lists of pairs, since their keys may hold dots or begin with a dollar sign. */
    static <T> void pairs(FieldWriter out, String field, Map<String, T> map, BiConsumer<FieldWriter, T> value) {
        if (!map.isEmpty())
            out.documents(
                    field,
                    map.entrySet(),
                    (pair, entry) -> pair.put("k", entry.getKey()).document("v", entry.getValue(), value));
    }

    /** As {@link #pairs}, of values that are texts. */
    static void texts(FieldWriter out, String field, Map<String, String> map) {
        if (!map.isEmpty())
            out.documents(
                    field,
                    map.entrySet(),
                    (pair, entry) -> pair.put("k", entry.getKey()).put("v", entry.getValue()));
    }

    static <T> SortedMap<String, T> map(StoredFields in, String field, Function<StoredFields, T> value) {
        return entries(in, field, pair -> value.apply(pair.document("v")));
    }

    static SortedMap<String, String> texts(StoredFields in, String field) {
        return entries(in, field, pair -> pair.string("v"));
    }

    private static <T> SortedMap<String, T> entries(StoredFields in, String field, Function<StoredFields, T> pair) {
        SortedMap<String, T> map = new TreeMap<>();
        for (StoredRow pairs = in.array(field); pairs.hasNext(); ) {
            StoredFields entry = pairs.document();
            map.put(entry.string("k"), pair.apply(entry));
        }
        return map;
    }
}
