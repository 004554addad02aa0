package io.pacelight.embedded.store;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Bytes that sort as the values they stand for; compared unsigned, a prefix before what it begins. Never changed once made. */
final class Key implements Comparable<Key> {
    static final Key EMPTY = new Key(new byte[0]);

    private final byte[] bytes;

    Key(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return bytes.length;
    }

    Key concat(Key other) {
        byte[] joined = Arrays.copyOf(bytes, bytes.length + other.bytes.length);
        System.arraycopy(other.bytes, 0, joined, bytes.length, other.bytes.length);
        return new Key(joined);
    }

    /** What is left after the first {@code offset} bytes. */
    Key from(int offset) {
        return new Key(Arrays.copyOfRange(bytes, offset, bytes.length));
    }

    /** The least key above every key that begins with this one; tags never use 0xFF, so adding it suffices. */
    Key afterAllWithThisPrefix() {
        byte[] next = Arrays.copyOf(bytes, bytes.length + 1);
        next[bytes.length] = (byte) 0xFF;
        return new Key(next);
    }

    @Override
    public int compareTo(Key other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Key key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
