package io.pacelight.embedded.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An index on any fields, unique or not. An entry is the document's values followed by its position, and says where the position
 * begins; a document with a list in one of the fields has an entry for each element.
 */
final class SecondaryIndex extends OrderedIndex {
    private final Table<Key, Long> entries;
    private final Table<Key, byte[]> documents;
    private final ListFields listFields;
    private final boolean unique;

    SecondaryIndex(
            String name,
            List<IndexKey> keys,
            boolean sparse,
            boolean unique,
            Table<Key, Long> entries,
            Table<Key, byte[]> documents,
            ListFields listFields) {
        super(name, keys, sparse);
        this.unique = unique;
        this.entries = entries;
        this.documents = documents;
        this.listFields = listFields;
    }

    @Override
    Reading read(List<KeyRange> ranges, boolean descending) {
        Walk<Long> walk = new Walk<>(entries.map(), ranges, descending);
        Stream<Key> positions = walk.steps().map(SecondaryIndex::position);
        Stream<Found> found = (holdsLists() ? positions.distinct() : positions).mapMulti((position, each) -> {
            byte[] stored = documents.get(position);
            if (stored != null) each.accept(Found.at(position, stored));
        });
        return new Reading(found, walk::putDown);
    }

    private static Key position(Walk.Step<Long> entry) {
        return entry.key().from(Math.toIntExact(entry.value()));
    }

    @Override
    boolean holdsLists(int field) {
        return listFields.contains(field);
    }

    @Override
    boolean holdsLists() {
        return !listFields.isEmpty();
    }

    @Override
    boolean coversEveryDocument() {
        return !isSparse();
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Key> collection) {
        if (unique) checkUnique(valuesOf(document), positionOf(document), collection);
        else refuse(document);
    }

    @Override
    public void add(Document document, Key position, MongoCollection<Key> collection) {
        Map<Key, List<Object>> values = valuesOf(document);
        checkUnique(values, position, collection);
        rememberLists(document);
        for (Key value : values.keySet()) entries.put(value.concat(position), (long) value.length());
    }

    @Override
    public Key remove(Document document) {
        Key position = positionOf(document);
        for (Key value : valuesOf(document).keySet()) entries.remove(value.concat(position));
        return position;
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Key> collection) {
        if (same(before, after)) return;
        if (unique) checkUnique(valuesOf(after), positionOf(before), collection);
        else refuse(after);
    }

    @Override
    public void updateInPlace(Document before, Document after, Key position, MongoCollection<Key> collection) {
        if (same(before, after)) return;
        Set<Key> was = valuesOf(before).keySet();
        Set<Key> becomes = valuesOf(after).keySet();
        rememberLists(after);
        for (Key value : becomes) if (!was.contains(value)) entries.put(value.concat(position), (long) value.length());
        for (Key value : was) if (!becomes.contains(value)) entries.remove(value.concat(position));
    }

    /** Refuses what can't be entered, before anything is written; of plain values there is nothing to refuse. */
    private void refuse(Document document) {
        for (String field : fields()) {
            if (isPlain(valueOf(document, field))) continue;
            valuesOf(document);
            return;
        }
    }

    private static boolean isPlain(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case String _, Number _, Instant _, Boolean _, Missing _ -> true;
            default -> false;
        };
    }

    /** Most changes of a document leave most of its indexed fields as they are. */
    private boolean same(Document before, Document after) {
        for (String field : fields()) if (!Objects.equals(valueOf(before, field), valueOf(after, field))) return false;
        return true;
    }

    private void checkUnique(Map<Key, List<Object>> values, Key position, MongoCollection<Key> collection) {
        if (!unique) return;
        values.forEach((key, value) -> {
            boolean taken = new Walk<>(entries.map(), List.of(KeyRange.startingWith(key)), false)
                    .steps()
                    .anyMatch(entry -> !position(entry).equals(position));
            if (taken) throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(value));
        });
    }

    /**
     * What the document is found under: for each combination of its fields' values the key, and the values themselves.
     */
    private Map<Key, List<Object>> valuesOf(Document document) {
        List<Object> values = new ArrayList<>(fields().size());
        boolean absent = true;
        boolean lists = false;
        for (String field : fields()) {
            Object value = valueOf(document, field);
            absent &= value instanceof Missing;
            lists |= value instanceof Collection;
            values.add(Missing.ofNullable(value));
        }
        if (absent && isSparse()) return Map.of();
        if (!lists) return Map.of(keyOf(values), values);
        refuseListsSideBySide(document);
        return combinations(perField(values));
    }

    private static @Nullable Object valueOf(Document document, String field) {
        return field.indexOf('.') < 0
                ? document.getOrMissing(field)
                : Utils.getSubdocumentValueCollectionAware(document, field);
    }

    private static Key keyOf(List<Object> values) {
        KeyWriter key = new KeyWriter();
        values.forEach(key::value);
        return key.key();
    }

    /** As MongoDB does; two fields within the elements of one list are none side by side. */
    private void refuseListsSideBySide(Document document) {
        String list = null;
        for (String field : fields()) {
            if (!(valueOf(document, field) instanceof Collection)) continue;
            String name = Utils.firstFragment(field);
            if (list != null && !list.equals(name)) throw new CannotIndexParallelArraysError(fields());
            list = name;
        }
    }

    private static List<List<Object>> perField(List<Object> values) {
        List<List<Object>> perField = new ArrayList<>();
        for (Object value : values) {
            if (!(value instanceof Collection<?> elements)) perField.add(List.of(value));
            else perField.add(elements.isEmpty() ? List.of(Missing.getInstance()) : elementsOf(elements));
        }
        return perField;
    }

    private static List<Object> elementsOf(Collection<?> list) {
        List<Object> elements = new ArrayList<>();
        list.forEach(element -> elements.add(Missing.ofNullable(element)));
        return elements;
    }

    private static Map<Key, List<Object>> combinations(List<List<Object>> perField) {
        Map<Key, List<Object>> combinations = new LinkedHashMap<>();
        combinations.put(Key.EMPTY, List.of());
        for (List<Object> values : perField) {
            Map<Key, List<Object>> longer = new LinkedHashMap<>();
            combinations.forEach((key, before) -> {
                for (Object value : values) {
                    List<Object> with = new ArrayList<>(before);
                    with.add(value);
                    longer.put(key.concat(KeyWriter.keyOf(value)), with);
                }
            });
            combinations = longer;
        }
        return combinations;
    }

    private void rememberLists(Document document) {
        for (int i = 0; i < fields().size(); i++) {
            if (listFields.contains(i)) continue;
            if (valueOf(document, fields().get(i)) instanceof Collection<?>) listFields.add(i);
        }
    }

    @Override
    public long getCount() {
        return entries.map().sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return entries.map().sizeAsLong();
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public void drop() {
        entries.clear();
    }
}
