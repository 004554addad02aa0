package io.pacelight.embedded.bson;

import de.bwaldvogel.mongo.wire.BsonConstants;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** How many bytes the value of each type takes, and how its numbers are read. */
final class BsonTypes {
    static final int UNKNOWN = -1;
    static final int OBJECT_ID_BYTES = 12;
    static final int DECIMAL_BYTES = 16;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private BsonTypes() {}

    static int int32(byte[] bytes, int at) {
        return (int) INT.get(bytes, at);
    }

    static long int64(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    /** Where the text that begins there has its closing zero. */
    static int endOfCString(byte[] bytes, int at) {
        int end = at;
        while (bytes[end] != 0) end++;
        return end;
    }

    /** The bytes of the value that begins there, or {@link #UNKNOWN} for a type that is none. */
    static int size(byte type, byte[] bytes, int at) {
        return switch (type) {
            case BsonConstants.TYPE_UNDEFINED,
                    BsonConstants.TYPE_NULL,
                    BsonConstants.TYPE_MIN_KEY,
                    BsonConstants.TYPE_MAX_KEY -> 0;
            case BsonConstants.TYPE_BOOLEAN -> 1;
            case BsonConstants.TYPE_INT32 -> Integer.BYTES;
            case BsonConstants.TYPE_DOUBLE,
                    BsonConstants.TYPE_UTC_DATETIME,
                    BsonConstants.TYPE_TIMESTAMP,
                    BsonConstants.TYPE_INT64 -> Long.BYTES;
            case BsonConstants.TYPE_OBJECT_ID -> OBJECT_ID_BYTES;
            case BsonConstants.TYPE_DECIMAL128 -> DECIMAL_BYTES;
            case BsonConstants.TYPE_UTF8_STRING, BsonConstants.TYPE_JAVASCRIPT_CODE, BsonConstants.TYPE_SYMBOL ->
                Integer.BYTES + int32(bytes, at);
            case BsonConstants.TYPE_EMBEDDED_DOCUMENT,
                    BsonConstants.TYPE_ARRAY,
                    BsonConstants.TYPE_JAVASCRIPT_CODE_WITH_SCOPE -> int32(bytes, at);
            case BsonConstants.TYPE_DATA -> Integer.BYTES + 1 + int32(bytes, at);
            case BsonConstants.TYPE_DBPOINTER -> Integer.BYTES + int32(bytes, at) + OBJECT_ID_BYTES;
            case BsonConstants.TYPE_REGEX -> endOfCString(bytes, endOfCString(bytes, at) + 1) + 1 - at;
            default -> UNKNOWN;
        };
    }
}
