package io.pacelight.embedded.bson;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes documents as bytes; whatever within them is {@link RawBson} already is copied. */
public final class BsonWriter {
    private static final int TYPICAL_BYTES = 512;

    private BsonWriter() {}

    public static RawBson encode(Document document) {
        ByteBuf out = Unpooled.buffer(TYPICAL_BYTES);
        write(document, out);
        return finished(out);
    }

    /** What has been written into a buffer on the heap. */
    static RawBson finished(ByteBuf out) {
        byte[] bytes = new byte[out.readableBytes()];
        out.readBytes(bytes);
        return RawBson.stored(bytes);
    }

    public static void write(Map<?, ?> document, ByteBuf out) {
        int start = begin(out);
        for (Map.Entry<?, ?> field : document.entrySet())
            element(String.valueOf(field.getKey()), field.getValue(), out);
        end(start, out);
    }

    private static void write(Collection<?> values, ByteBuf out) {
        int start = begin(out);
        int index = 0;
        for (Object value : values) element(Integer.toString(index++), value, out);
        end(start, out);
    }

    static void element(String name, @Nullable Object value, ByteBuf out) {
        switch (value) {
            case RawBson raw -> {
                head(BsonConstants.TYPE_EMBEDDED_DOCUMENT, name, out);
                raw.writeTo(out);
            }
            case Map<?, ?> document -> {
                head(BsonConstants.TYPE_EMBEDDED_DOCUMENT, name, out);
                write(document, out);
            }
            case Collection<?> values -> {
                head(BsonConstants.TYPE_ARRAY, name, out);
                write(values, out);
            }
            case OpaqueValue opaque -> {
                head(opaque.type(), name, out);
                out.writeBytes(opaque.bytes());
            }
            case null, default -> {
                byte type = BsonEncoder.determineType(value);
                head(type, name, out);
                BsonEncoder.encodeValue(type, value, out);
            }
        }
    }

    private static void head(byte type, String name, ByteBuf out) {
        out.writeByte(type);
        out.writeCharSequence(name, java.nio.charset.StandardCharsets.UTF_8);
        out.writeByte(BsonConstants.STRING_TERMINATION);
    }

    static int begin(ByteBuf out) {
        int start = out.writerIndex();
        out.writeIntLE(0);
        return start;
    }

    static void end(int start, ByteBuf out) {
        out.writeByte(BsonConstants.TERMINATING_BYTE);
        out.setIntLE(start, out.writerIndex() - start);
    }
}
