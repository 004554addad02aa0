package io.pacelight.kit.mongo;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values of a stored array, taken one after the other where they stand in its bytes. For one thread. */
public final class StoredRow {
    /** One without values. */
    static final StoredRow EMPTY = new StoredRow(new StoredBytes(new byte[] {5, 0, 0, 0, 0}), 0);

    private final StoredBytes bytes;
    private final int end;
    private int next;
    private int value;

    StoredRow(StoredBytes bytes, int at) {
        this.bytes = bytes;
        this.end = bytes.end(at);
        this.next = StoredBytes.first(at);
    }

    /** Whether a value is left. */
    public boolean hasNext() {
        return next < end;
    }

    /** Each of these takes the next value. */
    public String string() {
        int element = take();
        return bytes.string(element, value);
    }

    public @Nullable String stringOrNone() {
        int element = take();
        return isNone(element) ? null : bytes.string(element, value);
    }

    public long number() {
        int element = take();
        return bytes.number(element, value);
    }

    public @Nullable Long numberOrNone() {
        int element = take();
        return isNone(element) ? null : (Long) bytes.number(element, value);
    }

    public int integer() {
        return Math.toIntExact(number());
    }

    public @Nullable Integer integerOrNone() {
        Long number = numberOrNone();
        return number == null ? null : (Integer) Math.toIntExact(number);
    }

    public boolean flag() {
        int element = take();
        return bytes.flag(element, value);
    }

    /** The next value is a document. */
    public StoredFields document() {
        int element = take();
        return bytes.document(element, value);
    }

    /** The next value is an array. */
    public StoredRow array() {
        int element = take();
        return bytes.array(element, value);
    }

    /** All that are left, as documents. */
    public <T> List<T> documents(Function<StoredFields, T> each) {
        List<T> values = new ArrayList<>();
        while (hasNext()) values.add(each.apply(document()));
        return values;
    }

    /** All that are left, as arrays. */
    public <T> List<T> rows(Function<StoredRow, T> each) {
        List<T> values = new ArrayList<>();
        while (hasNext()) values.add(each.apply(array()));
        return values;
    }

    /** All that are left, as texts. */
    public List<String> strings() {
        List<String> values = new ArrayList<>();
        while (hasNext()) values.add(string());
        return values;
    }

    private int take() {
        if (!hasNext()) throw new NoSuchElementException("a stored row ends too early");
        int element = next;
        value = bytes.value(element);
        next = bytes.after(element, value);
        return element;
    }

    private boolean isNone(int element) {
        return bytes.type(element) == StoredBytes.NULL;
    }
}
