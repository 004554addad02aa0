package io.pacelight.kit.mongo;

import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.bson.BsonBinary;
import org.bson.BsonBinaryWriter;
import org.bson.BsonWriter;
import org.bson.io.BasicOutputBuffer;
import org.jspecify.annotations.Nullable;

/** Writes the fields of a document, one after the other, straight to where it is sent from. */
public final class FieldWriter {
    private final BsonWriter out;
    private final RowWriter rows;

    /** @param out within a document */
    FieldWriter(BsonWriter out) {
        this.out = out;
        this.rows = new RowWriter(out, this);
    }

    /** The bytes of a document of its own. */
    public static byte[] document(Consumer<FieldWriter> content) {
        try (BasicOutputBuffer bytes = new BasicOutputBuffer();
                BsonBinaryWriter writer = new BsonBinaryWriter(bytes)) {
            writer.writeStartDocument();
            content.accept(new FieldWriter(writer));
            writer.writeEndDocument();
            return bytes.toByteArray();
        }
    }

    /** None stands as null. */
    public FieldWriter put(String name, @Nullable String value) {
        out.writeName(name);
        rows.add(value);
        return this;
    }

    public FieldWriter put(String name, long value) {
        out.writeInt64(name, value);
        return this;
    }

    public FieldWriter put(String name, int value) {
        out.writeInt32(name, value);
        return this;
    }

    /** None stands as null. */
    public FieldWriter put(String name, @Nullable Long value) {
        out.writeName(name);
        rows.add(value);
        return this;
    }

    public FieldWriter put(String name, boolean value) {
        out.writeBoolean(name, value);
        return this;
    }

    public FieldWriter put(String name, byte[] value) {
        out.writeBinaryData(name, new BsonBinary(value));
        return this;
    }

    /** None is left out. */
    public FieldWriter putAny(String name, @Nullable String value) {
        return value == null ? this : put(name, value);
    }

    /** None is left out. */
    public FieldWriter putAny(String name, @Nullable Long value) {
        return value == null ? this : put(name, value.longValue());
    }

    /** None is left out. */
    public FieldWriter putAny(String name, @Nullable Integer value) {
        return value == null ? this : put(name, value.intValue());
    }

    /** None stands as null. */
    public <T> FieldWriter document(String name, @Nullable T value, BiConsumer<FieldWriter, T> content) {
        out.writeName(name);
        if (value == null) out.writeNull();
        else rows.document(value, content);
        return this;
    }

    /** None is left out. */
    public <T> FieldWriter documentIfAny(String name, @Nullable T value, BiConsumer<FieldWriter, T> content) {
        return value == null ? this : document(name, value, content);
    }

    public <T> FieldWriter documents(String name, Collection<T> values, BiConsumer<FieldWriter, T> content) {
        return array(name, row -> values.forEach(value -> row.document(value, content)));
    }

    public FieldWriter strings(String name, Collection<String> values) {
        return array(name, row -> values.forEach(row::add));
    }

    /** An array of arrays, whose places have a fixed meaning. */
    public <T> FieldWriter rows(String name, Collection<T> values, BiConsumer<RowWriter, T> content) {
        return array(name, row -> row.rows(values, content));
    }

    public FieldWriter array(String name, Consumer<RowWriter> content) {
        out.writeStartArray(name);
        content.accept(rows);
        out.writeEndArray();
        return this;
    }
}
