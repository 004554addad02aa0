package io.pacelight.embedded.store;

import java.util.function.Function;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** One ordered map of the store: what is changed through it is in the journal with the next commit. */
final class Table<K, V> {
    private final String name;
    private final MVMap<K, V> map;
    private final @Nullable Journal journal;
    private final Function<K, byte[]> keyBytes;
    private final Function<V, byte[]> valueBytes;

    Table(
            String name,
            MVMap<K, V> map,
            @Nullable Journal journal,
            Function<K, byte[]> keyBytes,
            Function<V, byte[]> valueBytes) {
        this.name = name;
        this.map = map;
        this.journal = journal;
        this.keyBytes = keyBytes;
        this.valueBytes = valueBytes;
    }

    /** For reading only. */
    MVMap<K, V> map() {
        return map;
    }

    @Nullable
    V get(K key) {
        return map.get(key);
    }

    void put(K key, V value) {
        map.put(key, value);
        if (journal != null) journal.put(name, keyBytes.apply(key), valueBytes.apply(value));
    }

    void clear() {
        map.clear();
        if (journal != null) journal.clear(name);
    }

    void remove(K key) {
        if (map.remove(key) != null && journal != null) journal.remove(name, keyBytes.apply(key));
    }
}
