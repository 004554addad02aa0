package io.pacelight.embedded.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.BadValueException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as bytes whose unsigned order is MongoDB's order of the values, types first.
 *
 * <p>Each value is a tag and a body, and no value's bytes begin another's, so values can be strung together: {@code (a, b)} sorts
 * by a, then b. Numbers that are equal have equal bytes whatever their type: the nearest double, then what a long differs from it.
 */
final class KeyWriter {
    private static final int MIN_KEY = 0x08;
    private static final int NULL = 0x10;
    private static final int NUMBER = 0x20;
    private static final int STRING = 0x30;
    private static final int DOCUMENT = 0x40;
    private static final int ARRAY = 0x48;
    private static final int BINARY = 0x50;
    private static final int LEGACY_UUID = 0x52;
    private static final int UUID_ = 0x54;
    private static final int OBJECT_ID = 0x58;
    private static final int BOOLEAN = 0x60;
    private static final int DATE = 0x70;
    private static final int TIMESTAMP = 0x78;
    private static final int REGULAR_EXPRESSION = 0x80;
    private static final int MAX_KEY = 0xF0;

    private static final int END = 0x00;
    private static final int END_OF_TEXT = 0x01;
    private static final int ZERO_WITHIN = 0xFF;
    private static final double TWO_TO_63 = 0x1p63;

    private byte[] out = new byte[48];
    private int length;

    static Key keyOf(@Nullable Object value) {
        return new KeyWriter().value(value).key();
    }

    /** The bytes every value of the same type as this one begins with. */
    static Key typeOf(Object value) {
        return new Key(new byte[] {(byte) tag(value)});
    }

    Key key() {
        return new Key(Arrays.copyOf(out, length));
    }

    KeyWriter value(@Nullable Object value) {
        int tag = tag(value);
        write(tag);
        if (value != null) body(tag, value);
        return this;
    }

    private static int tag(@Nullable Object value) {
        return switch (value) {
            case null -> NULL;
            case Missing _ -> NULL;
            case Number _ -> NUMBER;
            case String _ -> STRING;
            case Instant _ -> DATE;
            case Boolean _ -> BOOLEAN;
            case ObjectId _ -> OBJECT_ID;
            case Map<?, ?> _ -> DOCUMENT;
            case Collection<?> _ -> ARRAY;
            case BinData _ -> BINARY;
            case UUID _ -> UUID_;
            case LegacyUUID _ -> LEGACY_UUID;
            case BsonTimestamp _ -> TIMESTAMP;
            case BsonRegularExpression _ -> REGULAR_EXPRESSION;
            case MinKey _ -> MIN_KEY;
            case MaxKey _ -> MAX_KEY;
            default ->
                throw new BadValueException("The embedded store has no order for a "
                        + value.getClass().getSimpleName());
        };
    }

    private void body(int tag, Object value) {
        switch (tag) {
            case NUMBER -> number((Number) value);
            case STRING -> bytes(value.toString().getBytes(StandardCharsets.UTF_8));
            case DATE -> int64(((Instant) value).toEpochMilli() ^ Long.MIN_VALUE);
            case BOOLEAN -> write((Boolean) value ? 1 : 0);
            case OBJECT_ID -> write(((ObjectId) value).toByteArray());
            case DOCUMENT -> document((Map<?, ?>) value);
            case ARRAY -> array((Collection<?>) value);
            case BINARY -> binary(((BinData) value).getData());
            case UUID_ -> uuid((UUID) value);
            case LEGACY_UUID -> uuid(((LegacyUUID) value).getUuid());
            case TIMESTAMP -> int64(((BsonTimestamp) value).getValue());
            case REGULAR_EXPRESSION -> expression((BsonRegularExpression) value);
            default -> {}
        }
    }

    private void number(Number number) {
        double nearest = number.doubleValue() == 0 ? 0.0 : number.doubleValue();
        long bits = Double.doubleToLongBits(nearest);
        int64(Double.isNaN(nearest) ? 0 : bits ^ ((bits >> 63) | Long.MIN_VALUE));
        int rest = number instanceof Long exact ? rest(exact, nearest) : 0;
        write((rest + 0x8000) >>> 8);
        write(rest + 0x8000);
    }

    /** What a long has lost by being made a double: at most 512 either way. */
    private static int rest(long exact, double nearest) {
        return nearest == TWO_TO_63 ? (int) (exact - Long.MAX_VALUE) - 1 : (int) (exact - (long) nearest);
    }

    private void document(Map<?, ?> fields) {
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            write(tag(field.getValue()));
            bytes(String.valueOf(field.getKey()).getBytes(StandardCharsets.UTF_8));
            value(field.getValue());
        }
        write(END);
    }

    private void array(Collection<?> values) {
        values.forEach(this::value);
        write(END);
    }

    /** MongoDB orders binary data by length first. */
    private void binary(byte[] data) {
        write(ByteBuffer.allocate(Integer.BYTES).putInt(data.length).array());
        write(data);
    }

    private void uuid(UUID uuid) {
        int64(uuid.getMostSignificantBits());
        int64(uuid.getLeastSignificantBits());
    }

    private void expression(BsonRegularExpression expression) {
        bytes(expression.getPattern().getBytes(StandardCharsets.UTF_8));
        bytes(String.valueOf(expression.getOptions()).getBytes(StandardCharsets.UTF_8));
    }

    private void bytes(byte[] text) {
        int from = 0;
        for (int at = 0; at < text.length; at++) {
            if (text[at] != 0) continue;
            write(text, from, at + 1);
            write(ZERO_WITHIN);
            from = at + 1;
        }
        write(text, from, text.length);
        write(END);
        write(END_OF_TEXT);
    }

    private void write(int b) {
        room(1);
        out[length++] = (byte) b;
    }

    private void write(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    private void write(byte[] bytes, int from, int to) {
        room(to - from);
        System.arraycopy(bytes, from, out, length, to - from);
        length += to - from;
    }

    private void room(int bytes) {
        if (length + bytes > out.length) out = Arrays.copyOf(out, Math.max(2 * out.length, length + bytes));
    }

    private void int64(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) write((int) (value >>> shift));
    }

    /** Whether a query may name the value in an index look-up: not null (which also means absent), no pattern, no list. */
    static boolean canLookUp(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Document fields -> fields.keySet().stream().noneMatch(name -> name.startsWith("$"));
            case Missing _, BsonRegularExpression _, Collection<?> _, MinKey _, MaxKey _ -> false;
            case Number _,
                    String _,
                    Instant _,
                    Boolean _,
                    ObjectId _,
                    BinData _,
                    UUID _,
                    LegacyUUID _,
                    BsonTimestamp _ -> true;
            default -> false;
        };
    }
}
