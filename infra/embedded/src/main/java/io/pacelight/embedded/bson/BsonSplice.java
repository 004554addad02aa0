package io.pacelight.embedded.bson;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/** A document put together of fields of others, as bytes. */
public final class BsonSplice {
    private final ByteBuf out;
    private final int start;

    /** Begins one that will take about so many bytes. */
    public BsonSplice(int bytes) {
        out = Unpooled.buffer(bytes);
        start = BsonWriter.begin(out);
    }

    /** Adds the field at which the walk stands. */
    public BsonSplice add(Elements at) {
        out.writeBytes(at.bytes(), at.start(), at.length());
        return this;
    }

    public BsonSplice add(String name, @Nullable Object value) {
        BsonWriter.element(name, value, out);
        return this;
    }

    public RawBson end() {
        BsonWriter.end(start, out);
        return BsonWriter.finished(out);
    }
}
