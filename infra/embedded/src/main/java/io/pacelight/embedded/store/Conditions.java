package io.pacelight.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a query demands of single fields, as far as an index can use it: equality, {@code $in} and ranges, at the top or within
 * {@code $and}. All else in the query is left to the matcher, which is right because the parts of a query only ever narrow.
 */
final class Conditions {
    /** The demands on one field; the values are in key order and without repeats. */
    static final class OnField {
        private @Nullable Collection<Key> anyOf;
        private @Nullable Object atLeast;
        private @Nullable Object atMost;

        @Nullable
        Collection<Key> anyOf() {
            return anyOf;
        }

        boolean hasRange() {
            return atLeast != null || atMost != null;
        }

        /**
         * The keys within the bounds, after a prefix. Bounds are taken as included, the matcher is exact. In a list one element may
         * satisfy the lower bound and another the upper, so for a field that holds lists only one bound can be used.
         */
        KeyRange range(Key prefix, boolean holdsLists) {
            Object lower = atLeast;
            Object upper = atMost;
            if (lower == null) {
                if (upper == null) return KeyRange.startingWith(prefix);
                Key highest = prefix.concat(KeyWriter.keyOf(upper));
                return new KeyRange(prefix.concat(KeyWriter.typeOf(upper)), highest.afterAllWithThisPrefix());
            }
            Key lowest = prefix.concat(KeyWriter.keyOf(lower));
            Key type = KeyWriter.typeOf(lower);
            boolean upperCounts =
                    upper != null && !holdsLists && KeyWriter.typeOf(upper).equals(type);
            Key highest = prefix.concat(upperCounts ? KeyWriter.keyOf(upper) : type);
            return new KeyRange(lowest, highest.afterAllWithThisPrefix());
        }

        private void equalTo(Collection<?> values) {
            if (!values.stream().allMatch(KeyWriter::canLookUp)) return;
            TreeSet<Key> keys = new TreeSet<>();
            values.forEach(value -> keys.add(KeyWriter.keyOf(value)));
            if (anyOf == null || keys.size() < anyOf.size()) anyOf = keys;
        }

        private void atLeast(@Nullable Object bound) {
            if (atLeast == null && KeyWriter.canLookUp(bound)) atLeast = bound;
        }

        private void atMost(@Nullable Object bound) {
            if (atMost == null && KeyWriter.canLookUp(bound)) atMost = bound;
        }
    }

    private static final String AND = "$and";

    private final Map<String, OnField> fields = new HashMap<>();

    private Conditions() {}

    static Conditions of(@Nullable Document query) {
        Conditions conditions = new Conditions();
        if (query != null) conditions.collect(query);
        return conditions;
    }

    /**
     * The same query with what stands within {@code $and} at the top, where drivers put every conjunction; the query as it is if
     * a field has several conditions.
     */
    static Document flat(Document query) {
        Document flat = new Document();
        return query.containsKey(AND) && flatten(query, flat) ? flat : query;
    }

    private static boolean flatten(Document query, Document flat) {
        for (Map.Entry<String, Object> part : query.entrySet()) {
            if (part.getKey().equals(AND) && part.getValue() instanceof Collection<?> parts && !parts.isEmpty()) {
                for (Object each : parts) if (!(each instanceof Document one && flatten(one, flat))) return false;
            } else if (flat.containsKey(part.getKey())) {
                return false;
            } else {
                flat.put(part.getKey(), part.getValue());
            }
        }
        return true;
    }

    /**
     * What the matcher has still to look at: the query without the fields whose values the scan has already picked. Matching
     * each of many documents against a long {@code $in} list would cost the square of the list.
     */
    static Document leftBy(Scan scan, Document query) {
        Document left = query.clone();
        for (String field : scan.picked()) {
            Object condition = query.get(field);
            boolean whole = !(condition instanceof Document operators)
                    || !isOperators(operators)
                    || operators.keySet().equals(Set.of("$in"))
                    || operators.keySet().equals(Set.of("$eq"));
            boolean elsewhere = query.containsKey(AND);
            if (whole && !elsewhere) left.remove(field);
        }
        return left;
    }

    @Nullable
    OnField on(String field) {
        return fields.get(field);
    }

    private void collect(Document query) {
        for (Map.Entry<String, Object> part : query.entrySet()) {
            String name = part.getKey();
            if (name.equals(AND) && part.getValue() instanceof Collection<?> parts) {
                for (Object each : parts) if (each instanceof Document document) collect(document);
            } else if (!name.startsWith("$")) {
                OnField field = fields.computeIfAbsent(name, _ -> new OnField());
                if (part.getValue() instanceof Document operators && isOperators(operators)) collect(field, operators);
                else field.equalTo(singleton(part.getValue()));
            }
        }
    }

    private static void collect(OnField field, Document operators) {
        for (Map.Entry<String, Object> operator : operators.entrySet()) {
            Object operand = operator.getValue();
            switch (operator.getKey()) {
                case "$eq" -> field.equalTo(singleton(operand));
                case "$in" -> {
                    if (operand instanceof Collection<?> values) field.equalTo(values);
                }
                case "$gt", "$gte" -> field.atLeast(operand);
                case "$lt", "$lte" -> field.atMost(operand);
                default -> {}
            }
        }
    }

    private static boolean isOperators(Document value) {
        return !value.isEmpty() && value.keySet().iterator().next().startsWith("$");
    }

    /** Unlike {@link List#of} this takes null, which then proves to be no value to look up. */
    private static Collection<@Nullable Object> singleton(@Nullable Object value) {
        return java.util.Collections.singletonList(value);
    }
}
