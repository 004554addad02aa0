package io.pacelight.kit.mongo;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * BSON as it stands in bytes: an element is its type, its name up to a zero, and its value; a document or an array is its length,
 * its elements and a zero. See <a href="https://bsonspec.org/spec.html">the specification</a>.
 */
final class StoredBytes {
    static final byte DOUBLE = 0x01;
    static final byte STRING = 0x02;
    static final byte DOCUMENT = 0x03;
    static final byte ARRAY = 0x04;
    static final byte BINARY = 0x05;
    static final byte UNDEFINED = 0x06;
    static final byte OBJECT_ID = 0x07;
    static final byte BOOLEAN = 0x08;
    static final byte DATE_TIME = 0x09;
    static final byte NULL = 0x0A;
    static final byte INT32 = 0x10;
    static final byte TIMESTAMP = 0x11;
    static final byte INT64 = 0x12;
    static final byte DECIMAL128 = 0x13;

    private static final int HEAD = Integer.BYTES;
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;

    StoredBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    byte type(int element) {
        return bytes[element];
    }

    /** Where the first element stands of the document or array at a place. */
    static int first(int at) {
        return at + HEAD;
    }

    /** Where the zero stands that ends the document or array at a place. */
    int end(int at) {
        return at + int32(at) - 1;
    }

    /** Where an element's value begins. */
    int value(int element) {
        int at = element + 1;
        while (bytes[at] != 0) at++;
        return at + 1;
    }

    /** @param name of ASCII letters */
    boolean isNamed(int element, int value, String name) {
        int length = name.length();
        if (value - element - 2 != length) return false;
        for (int i = 0; i < length; i++) if (bytes[element + 1 + i] != name.charAt(i)) return false;
        return true;
    }

    String name(int element, int value) {
        return new String(bytes, element + 1, value - element - 2, StandardCharsets.UTF_8);
    }

    /** Where the next element stands, or the end. */
    int after(int element, int value) {
        return value
                + switch (type(element)) {
                    case UNDEFINED, NULL -> 0;
                    case BOOLEAN -> 1;
                    case INT32 -> Integer.BYTES;
                    case DOUBLE, DATE_TIME, TIMESTAMP, INT64 -> Long.BYTES;
                    case OBJECT_ID -> 12;
                    case DECIMAL128 -> 16;
                    case DOCUMENT, ARRAY -> int32(value);
                    case STRING -> HEAD + int32(value);
                    case BINARY -> HEAD + 1 + int32(value);
                    default ->
                        throw new IllegalStateException("field '" + name(element, value) + "' is of BSON type "
                                + type(element) + ", which no state is written with");
                };
    }

    int int32(int at) {
        return (int) INTS.get(bytes, at);
    }

    String string(int element, int value) {
        require(element, value, type(element) == STRING, "text");
        return new String(bytes, value + HEAD, int32(value) - 1, StandardCharsets.UTF_8);
    }

    long number(int element, int value) {
        if (type(element) == INT64 || type(element) == DATE_TIME) return (long) LONGS.get(bytes, value);
        require(element, value, type(element) == INT32, "a whole number");
        return int32(value);
    }

    boolean flag(int element, int value) {
        require(element, value, type(element) == BOOLEAN, "true or false");
        return bytes[value] != 0;
    }

    byte[] binary(int element, int value) {
        require(element, value, type(element) == BINARY, "binary");
        byte[] copy = new byte[int32(value)];
        System.arraycopy(bytes, value + HEAD + 1, copy, 0, copy.length);
        return copy;
    }

    StoredFields document(int element, int value) {
        require(element, value, type(element) == DOCUMENT, "a document");
        return new StoredFields(this, value);
    }

    StoredRow array(int element, int value) {
        require(element, value, type(element) == ARRAY, "an array");
        return new StoredRow(this, value);
    }

    private void require(int element, int value, boolean holds, String wanted) {
        if (!holds)
            throw new IllegalStateException(
                    "field '" + name(element, value) + "' is of BSON type " + type(element) + ", not " + wanted);
    }
}
