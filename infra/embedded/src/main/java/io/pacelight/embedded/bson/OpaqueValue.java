package io.pacelight.embedded.bson;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A value of a type that mongo-java-server has no class for: it can be kept and given back, and nothing else. */
public final class OpaqueValue {
    private final byte type;
    private final byte[] bytes;

    OpaqueValue(byte type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    byte type() {
        return type;
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OpaqueValue value && type == value.type && Arrays.equals(bytes, value.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * type + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "a value of type 0x%02x".formatted(type & 0xFF);
    }
}
