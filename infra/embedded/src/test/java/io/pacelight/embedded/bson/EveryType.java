package io.pacelight.embedded.bson;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBinarySubType;
import org.bson.BsonBinaryWriter;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDbPointer;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonJavaScript;
import org.bson.BsonJavaScriptWithScope;
import org.bson.BsonMaxKey;
import org.bson.BsonMinKey;
import org.bson.BsonNull;
import org.bson.BsonObjectId;
import org.bson.BsonRegularExpression;
import org.bson.BsonString;
import org.bson.BsonSymbol;
import org.bson.BsonTimestamp;
import org.bson.BsonUndefined;
import org.bson.UuidRepresentation;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;

/** Documents as MongoDB's own driver writes them. */
public final class EveryType {
    private static final byte[] SOME = {1, 2, 3, 0, -1};

    private EveryType() {}

    /** A document with a value of each type there is, among them those that nobody should use any more. */
    public static BsonDocument document(String id) {
        UUID uuid = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
        return new BsonDocument("_id", new BsonString(id))
                .append("double", new BsonDouble(-0.5))
                .append("text", new BsonString("Zoë \u0000 \uD83D\uDE80"))
                .append("document", new BsonDocument("a", new BsonDocument("b", new BsonInt32(1))))
                .append("empty", new BsonDocument())
                .append("list", new BsonArray(List.of(new BsonInt32(1), new BsonString("b"), new BsonArray())))
                .append("binary", new BsonBinary(SOME))
                .append("oldBinary", new BsonBinary(BsonBinarySubType.OLD_BINARY, SOME))
                .append("md5", new BsonBinary(BsonBinarySubType.MD5, SOME))
                .append("own", new BsonBinary(BsonBinarySubType.USER_DEFINED, SOME))
                .append("uuid", new BsonBinary(uuid, UuidRepresentation.STANDARD))
                .append("oldUuid", new BsonBinary(uuid, UuidRepresentation.JAVA_LEGACY))
                .append("undefined", new BsonUndefined())
                .append("objectId", new BsonObjectId(new ObjectId("65f000000000000000000001")))
                .append("boolean", BsonBoolean.TRUE)
                .append(
                        "date",
                        new BsonDateTime(
                                Instant.parse("2026-03-02T08:00:00.123Z").toEpochMilli()))
                .append("null", BsonNull.VALUE)
                .append("pattern", new BsonRegularExpression("^a.*", "i"))
                .append("pointer", new BsonDbPointer("d.c", new ObjectId("65f000000000000000000002")))
                .append("code", new BsonJavaScript("f()"))
                .append("symbol", new BsonSymbol("s"))
                .append("scoped", new BsonJavaScriptWithScope("g()", new BsonDocument("x", new BsonInt32(1))))
                .append("int", new BsonInt32(Integer.MIN_VALUE))
                .append("timestamp", new BsonTimestamp(7, 9))
                .append("long", new BsonInt64(Long.MAX_VALUE))
                .append("decimal", new BsonDecimal128(Decimal128.parse("1.10")))
                .append("min", new BsonMinKey())
                .append("max", new BsonMaxKey());
    }

    public static byte[] bytes(BsonDocument document) {
        BasicOutputBuffer out = new BasicOutputBuffer();
        new BsonDocumentCodec()
                .encode(
                        new BsonBinaryWriter(out),
                        document,
                        EncoderContext.builder().build());
        return out.toByteArray();
    }
}
