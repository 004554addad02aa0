package io.pacelight.embedded.bson;

import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.BsonConstants;

/** Holds bytes from outside against the format, so that what is stored can always be read again. */
final class BsonCheck {
    private static final int INVALID_BSON = 22;
    private static final int LEAST_DOCUMENT = Integer.BYTES + 1;
    /** What MongoDB allows within one another. */
    private static final int DEEPEST = 200;

    private final byte[] bytes;

    private BsonCheck(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Where the document that begins there ends.
     *
     * @param limit where the bytes end that may belong to it
     * @throws MongoServerError InvalidBSON, with the place, if it isn't one
     */
    static int endOfDocument(byte[] bytes, int from, int limit) {
        return new BsonCheck(bytes).document(from, limit, 0);
    }

    private int document(int from, int limit, int depth) {
        if (depth > DEEPEST) throw invalid(from, "more than " + DEEPEST + " documents within one another");
        int end = from + length(from, limit, LEAST_DOCUMENT);
        int last = end - 1;
        if (bytes[last] != BsonConstants.TERMINATING_BYTE) throw invalid(last, "a document must end with a zero byte");
        int at = from + Integer.BYTES;
        while (at < last) {
            byte type = bytes[at];
            at = value(type, afterCString(at + 1, last), last, depth);
        }
        return end;
    }

    private int value(byte type, int at, int limit, int depth) {
        int end =
                switch (type) {
                    case BsonConstants.TYPE_EMBEDDED_DOCUMENT, BsonConstants.TYPE_ARRAY ->
                        document(at, limit, depth + 1);
                    case BsonConstants.TYPE_UTF8_STRING,
                            BsonConstants.TYPE_JAVASCRIPT_CODE,
                            BsonConstants.TYPE_SYMBOL -> string(at, limit);
                    case BsonConstants.TYPE_DATA -> at + Integer.BYTES + 1 + length(at, limit, 0);
                    case BsonConstants.TYPE_REGEX -> afterCString(afterCString(at, limit), limit);
                    case BsonConstants.TYPE_DBPOINTER -> string(at, limit) + BsonTypes.OBJECT_ID_BYTES;
                    case BsonConstants.TYPE_JAVASCRIPT_CODE_WITH_SCOPE -> codeWithScope(at, limit, depth);
                    case BsonConstants.TYPE_BOOLEAN -> bool(at, limit);
                    default -> {
                        int size = BsonTypes.size(type, bytes, at);
                        if (size == BsonTypes.UNKNOWN)
                            throw invalid(at, "0x%02x is no type of a value".formatted(type & 0xFF));
                        yield at + size;
                    }
                };
        if (end > limit) throw invalid(at, "a value is longer than the document it is in");
        return end;
    }

    private int string(int at, int limit) {
        int end = at + Integer.BYTES + length(at, limit, 1);
        if (end > limit || bytes[end - 1] != BsonConstants.STRING_TERMINATION)
            throw invalid(at, "a text must end with a zero byte");
        return end;
    }

    private int codeWithScope(int at, int limit, int depth) {
        int end = at + length(at, limit, Integer.BYTES + Integer.BYTES + 1 + LEAST_DOCUMENT);
        if (document(string(at + Integer.BYTES, end), end, depth + 1) != end)
            throw invalid(at, "code with a scope is longer than its parts");
        return end;
    }

    private int bool(int at, int limit) {
        if (at >= limit || bytes[at] < 0 || bytes[at] > 1) throw invalid(at, "a boolean must be 0 or 1");
        return at + 1;
    }

    /** The length that stands there, if as many bytes can follow. */
    private int length(int at, int limit, int least) {
        if (limit - at < Integer.BYTES) throw invalid(at, "a length is cut off");
        int length = BsonTypes.int32(bytes, at);
        if (length < least || length > limit - at) throw invalid(at, "a length of " + length + " can't be");
        return length;
    }

    private int afterCString(int at, int limit) {
        for (int end = at; end < limit; end++) if (bytes[end] == BsonConstants.STRING_TERMINATION) return end + 1;
        throw invalid(at, "a name has no end");
    }

    private static MongoServerError invalid(int at, String what) {
        return new MongoServerError(INVALID_BSON, "InvalidBSON", "Malformed BSON at byte " + at + ": " + what);
    }
}
