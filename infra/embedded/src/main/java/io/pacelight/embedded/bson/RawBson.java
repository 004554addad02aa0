package io.pacelight.embedded.bson;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One well-formed document as bytes. It may be a part of a longer array, which nobody may change. */
public final class RawBson {
    private final byte[] bytes;
    private final int from;
    private final int length;

    RawBson(byte[] bytes, int from, int length) {
        this.bytes = bytes;
        this.from = from;
        this.length = length;
    }

    /** The document that an array holds which this store has written. */
    public static RawBson stored(byte[] bytes) {
        return new RawBson(bytes, 0, bytes.length);
    }

    /**
     * The document that begins there in bytes from outside.
     *
     * @param limit where the bytes end that may belong to it
     * @throws de.bwaldvogel.mongo.exception.MongoServerError InvalidBSON if there is no well-formed document
     */
    public static RawBson received(byte[] bytes, int from, int limit) {
        return new RawBson(bytes, from, BsonCheck.endOfDocument(bytes, from, limit) - from);
    }

    public int length() {
        return length;
    }

    /** The bytes in an array of their own, to be kept. */
    public byte[] toBytes() {
        return length == bytes.length ? bytes : Arrays.copyOfRange(bytes, from, from + length);
    }

    public Elements elements() {
        return new Elements(bytes, from);
    }

    /** Stands at the field of that name; null if there is none. */
    public @Nullable Elements field(String name) {
        for (Elements element = elements(); element.next(); ) if (element.isNamed(name)) return element;
        return null;
    }

    /** The whole document as a fresh copy. */
    public Document decode() {
        return BsonReader.document(bytes, from);
    }

    /** A document of those fields only that it has of them. */
    public Document decode(Fields fields) {
        if (fields == Fields.ALL) return decode();
        Document document = new Document();
        for (Elements element = elements(); element.next(); )
            if (element.isIn(fields)) document.put(element.name(), element.value());
        return document;
    }

    /** Whether both have the same of those fields, byte by byte and in the same order. */
    public boolean sameIn(Fields fields, RawBson other) {
        Elements mine = elements();
        Elements others = other.elements();
        while (true) {
            boolean found = nextIn(fields, mine);
            if (found != nextIn(fields, others)) return false;
            if (!found) return true;
            if (!mine.sameAs(others)) return false;
        }
    }

    private static boolean nextIn(Fields fields, Elements elements) {
        while (elements.next()) if (elements.isIn(fields)) return true;
        return false;
    }

    void writeTo(ByteBuf out) {
        out.writeBytes(bytes, from, length);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RawBson raw
                && Arrays.equals(bytes, from, from + length, raw.bytes, raw.from, raw.from + raw.length);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toBytes());
    }

    /** Tells no content: documents have no place in logs. */
    @Override
    public String toString() {
        return "a document of " + length + " bytes";
    }
}
