package io.pacelight.kit.mongo;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a stored document, read by name where they stand in its bytes: what is not asked for is not decoded. Asked for in
 * the order in which they were written, each is found at once, in another order by a search. A field that is null is none. For one
 * thread.
 */
public final class StoredFields {
    private static final int NONE = -1;

    private final StoredBytes bytes;
    private final int first;
    private final int end;
    private int next;
    private int value;

    StoredFields(StoredBytes bytes, int at) {
        this.bytes = bytes;
        this.first = StoredBytes.first(at);
        this.end = bytes.end(at);
        this.next = first;
    }

    /** Of a document, such as {@link FieldWriter#document} makes. */
    public static StoredFields of(byte[] document) {
        return new StoredFields(new StoredBytes(document), 0);
    }

    public boolean has(String name) {
        return find(name) != NONE;
    }

    /** @throws IllegalStateException if there is none, as of every field that is not asked for as one that may be missing */
    public String string(String name) {
        int element = required(name);
        return bytes.string(element, value);
    }

    public @Nullable String stringOrNone(String name) {
        int element = find(name);
        return element == NONE ? null : bytes.string(element, value);
    }

    public long number(String name) {
        int element = required(name);
        return bytes.number(element, value);
    }

    public @Nullable Long numberOrNone(String name) {
        int element = find(name);
        return element == NONE ? null : (Long) bytes.number(element, value);
    }

    public int integer(String name) {
        return Math.toIntExact(number(name));
    }

    public @Nullable Integer integerOrNone(String name) {
        Long number = numberOrNone(name);
        return number == null ? null : (Integer) Math.toIntExact(number);
    }

    public boolean flag(String name) {
        int element = required(name);
        return bytes.flag(element, value);
    }

    /** @param otherwise what counts if there is none */
    public boolean flag(String name, boolean otherwise) {
        int element = find(name);
        return element == NONE ? otherwise : bytes.flag(element, value);
    }

    public byte @Nullable [] binaryOrNone(String name) {
        int element = find(name);
        return element == NONE ? null : bytes.binary(element, value);
    }

    public StoredFields document(String name) {
        int element = required(name);
        return bytes.document(element, value);
    }

    public @Nullable StoredFields documentOrNone(String name) {
        int element = find(name);
        return element == NONE ? null : bytes.document(element, value);
    }

    /** An empty row if there is none. */
    public StoredRow array(String name) {
        int element = find(name);
        return element == NONE ? StoredRow.EMPTY : bytes.array(element, value);
    }

    /** Of an array of documents; empty if there is none. */
    public <T> List<T> documents(String name, Function<StoredFields, T> each) {
        return array(name).documents(each);
    }

    /** Of an array of arrays; empty if there is none. */
    public <T> List<T> rows(String name, Function<StoredRow, T> each) {
        return array(name).rows(each);
    }

    /** Of an array of texts; empty if there is none. */
    public List<String> strings(String name) {
        return array(name).strings();
    }

    /** Every field that is a whole number, with its name. */
    public void eachNumber(BiConsumer<String, Long> each) {
        for (int element = first; element < end; ) {
            int at = bytes.value(element);
            each.accept(bytes.name(element, at), bytes.number(element, at));
            element = bytes.after(element, at);
        }
    }

    private int required(String name) {
        int element = find(name);
        if (element == NONE) throw new IllegalStateException("a stored document lacks its field '" + name + "'");
        return element;
    }

    /** Where the element stands, with {@link #value} where its value begins. */
    private int find(String name) {
        int from = next;
        int element = search(name, from, end);
        if (element == NONE) element = search(name, first, from);
        return element == NONE || bytes.type(element) == StoredBytes.NULL ? NONE : element;
    }

    private int search(String name, int from, int to) {
        for (int element = from; element < to; ) {
            int at = bytes.value(element);
            int after = bytes.after(element, at);
            if (bytes.isNamed(element, at, name)) {
                value = at;
                next = after;
                return element;
            }
            element = after;
        }
        return NONE;
    }
}
