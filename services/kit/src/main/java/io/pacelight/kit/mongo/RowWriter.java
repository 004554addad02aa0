package io.pacelight.kit.mongo;

import java.util.Collection;
import java.util.function.BiConsumer;
import org.bson.BsonWriter;
import org.jspecify.annotations.Nullable;

/** Writes the values of an array, one after the other; none stands as null. */
public final class RowWriter {
    private final BsonWriter out;
    private final FieldWriter fields;

    RowWriter(BsonWriter out, FieldWriter fields) {
        this.out = out;
        this.fields = fields;
    }

    public RowWriter add(@Nullable String value) {
        if (value == null) out.writeNull();
        else out.writeString(value);
        return this;
    }

    public RowWriter add(long value) {
        out.writeInt64(value);
        return this;
    }

    public RowWriter add(int value) {
        out.writeInt32(value);
        return this;
    }

    public RowWriter add(@Nullable Long value) {
        if (value == null) out.writeNull();
        else out.writeInt64(value);
        return this;
    }

    public RowWriter add(@Nullable Integer value) {
        if (value == null) out.writeNull();
        else out.writeInt32(value);
        return this;
    }

    public RowWriter add(boolean value) {
        out.writeBoolean(value);
        return this;
    }

    public <T> RowWriter document(T value, BiConsumer<FieldWriter, T> content) {
        out.writeStartDocument();
        content.accept(fields, value);
        out.writeEndDocument();
        return this;
    }

    /** An array for each. */
    public <T> RowWriter rows(Collection<T> values, BiConsumer<RowWriter, T> content) {
        for (T value : values) {
            out.writeStartArray();
            content.accept(this, value);
            out.writeEndArray();
        }
        return this;
    }

    /** One array with an array for each. */
    public <T> RowWriter nested(Collection<T> values, BiConsumer<RowWriter, T> content) {
        out.writeStartArray();
        rows(values, content);
        out.writeEndArray();
        return this;
    }
}
