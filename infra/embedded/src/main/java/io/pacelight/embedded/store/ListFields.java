package io.pacelight.embedded.store;

/** Which fields of one index have ever held a list; kept in the file, because how an index may be read depends on it. */
final class ListFields {
    private final Table<String, Long> stored;
    private final String index;
    private volatile long bits;

    ListFields(Table<String, Long> stored, String index) {
        this.stored = stored;
        this.index = index;
        this.bits = java.util.Objects.requireNonNullElse(stored.get(index), 0L);
    }

    boolean isEmpty() {
        return bits == 0;
    }

    boolean contains(int field) {
        return (bits & 1L << field) != 0;
    }

    /** Called by the one writer only. */
    void add(int field) {
        long more = bits | 1L << field;
        stored.put(index, more);
        bits = more;
    }
}
