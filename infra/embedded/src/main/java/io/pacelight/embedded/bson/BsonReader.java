package io.pacelight.embedded.bson;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.wire.BsonConstants;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes objects of well-formed bytes: the same that mongo-java-server's own decoder makes, and of what that refuses an {@link
 * OpaqueValue}.
 */
final class BsonReader {
    private static final VarHandle NETWORK_LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private BsonReader() {}

    static Document document(byte[] bytes, int from) {
        Document document = new Document();
        for (Elements element = new Elements(bytes, from); element.next(); )
            document.put(element.name(), element.value());
        return document;
    }

    static @Nullable Object value(byte type, byte[] bytes, int at) {
        return switch (type) {
            case BsonConstants.TYPE_NULL -> null;
            case BsonConstants.TYPE_UTF8_STRING -> string(bytes, at);
            case BsonConstants.TYPE_INT32 -> BsonTypes.int32(bytes, at);
            case BsonConstants.TYPE_INT64 -> BsonTypes.int64(bytes, at);
            case BsonConstants.TYPE_DOUBLE -> Double.longBitsToDouble(BsonTypes.int64(bytes, at));
            case BsonConstants.TYPE_BOOLEAN -> bytes[at] == BsonConstants.BOOLEAN_VALUE_TRUE;
            case BsonConstants.TYPE_UTC_DATETIME -> Instant.ofEpochMilli(BsonTypes.int64(bytes, at));
            case BsonConstants.TYPE_EMBEDDED_DOCUMENT -> document(bytes, at);
            case BsonConstants.TYPE_ARRAY -> array(bytes, at);
            case BsonConstants.TYPE_OBJECT_ID ->
                new ObjectId(Arrays.copyOfRange(bytes, at, at + BsonTypes.OBJECT_ID_BYTES));
            case BsonConstants.TYPE_DATA -> binary(type, bytes, at);
            case BsonConstants.TYPE_REGEX -> regularExpression(bytes, at);
            case BsonConstants.TYPE_TIMESTAMP -> new BsonTimestamp(BsonTypes.int64(bytes, at));
            case BsonConstants.TYPE_DECIMAL128 ->
                new Decimal128(BsonTypes.int64(bytes, at), BsonTypes.int64(bytes, at + Long.BYTES));
            case BsonConstants.TYPE_MIN_KEY -> MinKey.getInstance();
            case BsonConstants.TYPE_MAX_KEY -> MaxKey.getInstance();
            case BsonConstants.TYPE_JAVASCRIPT_CODE -> new BsonJavaScript(string(bytes, at));
            default -> opaque(type, bytes, at);
        };
    }

    private static List<@Nullable Object> array(byte[] bytes, int from) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Elements element = new Elements(bytes, from); element.next(); ) values.add(element.value());
        return values;
    }

    private static String string(byte[] bytes, int at) {
        return new String(bytes, at + Integer.BYTES, BsonTypes.int32(bytes, at) - 1, StandardCharsets.UTF_8);
    }

    private static BsonRegularExpression regularExpression(byte[] bytes, int at) {
        int end = BsonTypes.endOfCString(bytes, at);
        int options = end + 1;
        return new BsonRegularExpression(
                new String(bytes, at, end - at, StandardCharsets.UTF_8),
                new String(bytes, options, BsonTypes.endOfCString(bytes, options) - options, StandardCharsets.UTF_8));
    }

    private static Object binary(byte type, byte[] bytes, int at) {
        int length = BsonTypes.int32(bytes, at);
        byte subtype = bytes[at + Integer.BYTES];
        int data = at + Integer.BYTES + 1;
        if (subtype == BsonConstants.BINARY_SUBTYPE_GENERIC)
            return new BinData(Arrays.copyOfRange(bytes, data, data + length));
        if (subtype == BsonConstants.BINARY_SUBTYPE_UUID && length == BsonConstants.LENGTH_UUID)
            return new UUID((long) NETWORK_LONG.get(bytes, data), (long) NETWORK_LONG.get(bytes, data + Long.BYTES));
        if (subtype == BsonConstants.BINARY_SUBTYPE_OLD_UUID && length == BsonConstants.LENGTH_UUID)
            return new LegacyUUID(BsonTypes.int64(bytes, data), BsonTypes.int64(bytes, data + Long.BYTES));
        return opaque(type, bytes, at);
    }

    private static OpaqueValue opaque(byte type, byte[] bytes, int at) {
        return new OpaqueValue(type, Arrays.copyOfRange(bytes, at, at + BsonTypes.size(type, bytes, at)));
    }
}
