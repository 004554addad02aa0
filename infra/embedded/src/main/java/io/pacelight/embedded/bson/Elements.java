package io.pacelight.embedded.bson;

import de.bwaldvogel.mongo.wire.BsonConstants;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Walks the fields of one document from first to last; stands before the first until {@link #next()} is called. */
public final class Elements {
    private final byte[] bytes;
    private final int end;
    private int start;
    private int nameEnd;
    private int after;

    Elements(byte[] bytes, int from) {
        this(bytes, from + BsonTypes.int32(bytes, from) - 1, from + Integer.BYTES);
    }

    private Elements(byte[] bytes, int end, int after) {
        this.bytes = bytes;
        this.end = end;
        this.after = after;
    }

    /** Goes to the next field; false behind the last. */
    public boolean next() {
        if (after >= end) return false;
        start = after;
        nameEnd = BsonTypes.endOfCString(bytes, start + 1);
        after = nameEnd + 1 + BsonTypes.size(type(), bytes, nameEnd + 1);
        return true;
    }

    byte type() {
        return bytes[start];
    }

    public String name() {
        return new String(bytes, start + 1, nameEnd - start - 1, StandardCharsets.UTF_8);
    }

    public boolean isNamed(String name) {
        byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(bytes, start + 1, nameEnd, wanted, 0, wanted.length);
    }

    public boolean isNamedAs(Elements other) {
        return Arrays.equals(bytes, start + 1, nameEnd, other.bytes, other.start + 1, other.nameEnd);
    }

    /** Another walk, which stands where this one stands now. */
    public Elements here() {
        Elements here = new Elements(bytes, end, after);
        here.start = start;
        here.nameEnd = nameEnd;
        return here;
    }

    /** Whether the name begins with a dollar sign, as those of operators do. */
    public boolean isOperator() {
        return nameEnd > start + 1 && bytes[start + 1] == '$';
    }

    /** Whether the name has a dot in it, as paths do. */
    public boolean isPath() {
        for (int at = start + 1; at < nameEnd; at++) if (bytes[at] == '.') return true;
        return false;
    }

    public boolean isIn(Fields fields) {
        return fields.contains(bytes, start + 1, nameEnd);
    }

    public boolean isDocument() {
        return type() == BsonConstants.TYPE_EMBEDDED_DOCUMENT;
    }

    /** The value, of the types that mongo-java-server calculates with. */
    public @Nullable Object value() {
        return BsonReader.value(type(), bytes, nameEnd + 1);
    }

    /** The value as it stands there; only if it {@link #isDocument() is a document}. */
    public RawBson document() {
        return new RawBson(bytes, nameEnd + 1, after - nameEnd - 1);
    }

    boolean sameAs(Elements other) {
        return Arrays.equals(bytes, start, after, other.bytes, other.start, other.after);
    }

    byte[] bytes() {
        return bytes;
    }

    int start() {
        return start;
    }

    /** The bytes that the field takes, its name among them. */
    public int length() {
        return after - start;
    }
}
