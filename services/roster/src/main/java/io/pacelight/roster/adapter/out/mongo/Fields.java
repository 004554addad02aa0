package io.pacelight.roster.adapter.out.mongo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Reads and writes the few shapes of field that the roster's documents have. */
final class Fields {
    private Fields() {}

    static @Nullable LocalDate date(Document stored, String field) {
        String text = stored.getString(field);
        return text == null ? null : LocalDate.parse(text);
    }

    static Document put(Document document, String field, @Nullable Object value) {
        if (value instanceof LocalDate date) {
            document.append(field, date.toString());
        } else if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
            document.append(field, value);
        }
        return document;
    }

    static List<String> strings(Document stored, String field) {
        return stored.getList(field, String.class, List.of());
    }

    /** Maps stand as lists of pairs, since their keys may hold dots or begin with a dollar sign. */
    static <T> List<Document> pairs(Map<String, T> map, Function<T, Object> value) {
        return map.entrySet().stream()
                .map(entry -> new Document("k", entry.getKey()).append("v", value.apply(entry.getValue())))
                .toList();
    }

    static <T> SortedMap<String, T> map(Document stored, String field, Function<Document, T> pair) {
        SortedMap<String, T> map = new TreeMap<>();
        for (Document entry : stored.getList(field, Document.class, List.of())) {
            map.put(entry.getString("k"), pair.apply(entry));
        }
        return map;
    }

    static Document part(Document pair) {
        return pair.get("v", Document.class);
    }
}
