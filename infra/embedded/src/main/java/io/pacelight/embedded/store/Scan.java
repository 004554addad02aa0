package io.pacelight.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One way to find the documents of a query: these ranges of that index, in ascending order.
 *
 * @param fixedFields how many leading fields of the index have one value throughout, so that the order is that of the rest
 * @param pickedFields how many leading fields of the index the scan has narrowed to the values asked for
 * @param worth how much the scan narrows; 0 is the whole index
 */
record Scan(OrderedIndex index, List<KeyRange> ranges, int fixedFields, int pickedFields, int worth) {
    /** Beyond this many combinations of {@code $in} lists the remaining fields are left to the matcher. */
    private static final int MOST_COMBINATIONS = 20_000;

    /** The scan of the index that serves the conditions; the whole index when none is on its first field. */
    static Scan of(OrderedIndex index, Conditions conditions) {
        List<Key> prefixes = List.of(Key.EMPTY);
        int fixed = 0;
        int picked = 0;
        int worth = 0;
        boolean onlySingles = true;
        List<String> fields = index.fields();
        for (int i = 0; i < fields.size(); i++) {
            Conditions.OnField field = conditions.on(fields.get(i));
            if (field == null) break;
            var anyOf = field.anyOf();
            if (anyOf != null && (i == 0 || (long) prefixes.size() * anyOf.size() <= MOST_COMBINATIONS)) {
                prefixes = combine(prefixes, anyOf);
                onlySingles &= anyOf.size() == 1;
                if (onlySingles) fixed++;
                picked++;
                worth += 2;
            } else if (field.hasRange()) {
                boolean lists = index.holdsLists(i);
                return new Scan(
                        index, prefixes.stream().map(p -> field.range(p, lists)).toList(), fixed, picked, worth + 1);
            } else {
                break;
            }
        }
        return new Scan(index, prefixes.stream().map(KeyRange::startingWith).toList(), fixed, picked, worth);
    }

    private static List<Key> combine(List<Key> prefixes, Iterable<Key> values) {
        List<Key> longer = new ArrayList<>();
        for (Key prefix : prefixes) for (Key value : values) longer.add(prefix.concat(value));
        return longer;
    }

    /** The leading fields of which the scan meets only the values asked for. */
    List<String> picked() {
        return index.fields().subList(0, pickedFields);
    }

    boolean narrows() {
        return worth > 0;
    }

    /** Which way to walk for the order wanted: 1 up, -1 down, 0 if the walk doesn't give that order. */
    int direction(@Nullable Document orderBy) {
        if (orderBy == null || orderBy.isEmpty() || !index.coversEveryDocument() || index.holdsLists()) return 0;
        List<String> fields = new ArrayList<>(index.fields());
        if (!fields.contains("_id")) fields.add("_id");
        Set<String> fixed = Set.copyOf(fields.subList(0, fixedFields));
        int at = fixedFields;
        int direction = 0;
        for (Map.Entry<String, Object> wanted : orderBy.entrySet()) {
            if (fixed.contains(wanted.getKey())) continue;
            if (!(wanted.getValue() instanceof Number sign)) return 0;
            if (at >= fields.size() || !fields.get(at).equals(wanted.getKey())) return 0;
            int step = Integer.signum(sign.intValue());
            if (direction != 0 && direction != step) return 0;
            direction = step;
            at++;
        }
        return direction == 0 ? 1 : direction;
    }

    Reading read(boolean descending) {
        boolean exactly = pickedFields == index.fields().size();
        return exactly ? index.readExactly(ranges, descending) : index.read(ranges, descending);
    }
}
