package io.pacelight.kit.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

class StoredFieldsTest {
    /** What the driver itself makes of a document. */
    private static StoredFields stored(Document document) {
        RawBsonDocument raw = new RawBsonDocument(document, new DocumentCodec());
        byte[] bytes = new byte[raw.getByteBuffer().remaining()];
        raw.getByteBuffer().get(bytes);
        return StoredFields.of(bytes);
    }

    private static Document driversView(byte[] bytes) {
        return new RawBsonDocument(bytes).decode(new DocumentCodec());
    }

    @Test
    void fields_are_found_in_any_order_and_as_often_as_asked() {
        StoredFields fields = stored(new Document("a", "first").append("b", 2L).append("c", true));

        assertThat(fields.flag("c")).isTrue();
        assertThat(fields.string("a")).isEqualTo("first");
        assertThat(fields.number("b")).isEqualTo(2);
        assertThat(fields.string("a")).isEqualTo("first");
        assertThat(fields.string("a")).isEqualTo("first");
    }

    @Test
    void what_somebody_else_wrote_between_is_passed_over() {
        StoredFields fields = stored(new Document("double", 1.5)
                .append("date", new Date(7))
                .append("id", new ObjectId())
                .append("decimal", Decimal128.POSITIVE_ZERO)
                .append("binary", new Binary(new byte[] {1, 2}))
                .append("none", null)
                .append("inner", new Document("wanted", "not this one"))
                .append("list", List.of(1, "two", List.of(3)))
                .append("wanted", "this one"));

        assertThat(fields.string("wanted")).isEqualTo("this one");
    }

    @Test
    void a_missing_field_and_a_null_are_none() {
        StoredFields fields = stored(new Document("null", null).append("there", "é 世 🎒"));

        assertThat(fields.stringOrNone("null")).isNull();
        assertThat(fields.stringOrNone("missing")).isNull();
        assertThat(fields.numberOrNone("null")).isNull();
        assertThat(fields.integerOrNone("missing")).isNull();
        assertThat(fields.binaryOrNone("missing")).isNull();
        assertThat(fields.documentOrNone("null")).isNull();
        assertThat(fields.has("null")).isFalse();
        assertThat(fields.flag("missing", true)).isTrue();
        assertThat(fields.strings("missing")).isEmpty();
        assertThat(fields.string("there")).isEqualTo("é 世 🎒");
        assertThatThrownBy(() -> fields.string("null"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a stored document lacks its field 'null'");
    }

    @Test
    void a_field_of_another_type_is_refused_by_its_name() {
        StoredFields fields = stored(new Document("text", "7").append("number", 7));

        assertThatThrownBy(() -> fields.number("text"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("field 'text' is of BSON type 2, not a whole number");
        assertThatThrownBy(() -> fields.string("number"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("field 'number' is of BSON type 16, not text");
        assertThatThrownBy(() -> stored(new Document("big", 1L << 40)).integer("big"))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void rows_are_taken_in_their_order_and_end() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(java.util.Arrays.asList("a", 1, 5_000_000_000L, null, true));
        StoredRow row = stored(new Document("rows", rows)).array("rows").array();

        assertThat(row.string()).isEqualTo("a");
        assertThat(row.integer()).isEqualTo(1);
        assertThat(row.number()).isEqualTo(5_000_000_000L);
        assertThat(row.stringOrNone()).isNull();
        assertThat(row.flag()).isTrue();
        assertThat(row.hasNext()).isFalse();
        assertThatThrownBy(row::string).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void what_is_written_is_what_the_driver_would_write() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("x.y", 1L);
        byte[] written = FieldWriter.document(out -> out.put("text", "é")
                .put("none", (String) null)
                .putAny("left out", (Long) null)
                .put("long", 1L)
                .put("int", 2)
                .put("flag", false)
                .put("bytes", new byte[] {3})
                .documentIfAny("left out too", null, (inner, nothing) -> {})
                .document("null", null, (inner, nothing) -> {})
                .strings("strings", List.of("a", "b"))
                .rows(
                        "rows",
                        counts.entrySet(),
                        (row, count) -> row.add(count.getKey())
                                .add(count.getValue())
                                .nested(List.of(1, 2), (nested, number) -> nested.add(number.intValue())))
                .documents("documents", List.of("one"), (inner, value) -> inner.put("v", value)));

        assertThat(driversView(written))
                .isEqualTo(new Document("text", "é")
                        .append("none", null)
                        .append("long", 1L)
                        .append("int", 2)
                        .append("flag", false)
                        .append("bytes", new Binary(new byte[] {3}))
                        .append("null", null)
                        .append("strings", List.of("a", "b"))
                        .append("rows", List.of(List.of("x.y", 1L, List.of(List.of(1), List.of(2)))))
                        .append("documents", List.of(new Document("v", "one"))));
        assertThat(StoredFields.of(written).binaryOrNone("bytes")).containsExactly(3);
        assertThat(StoredFields.of(written).documents("documents", each -> each.string("v")))
                .containsExactly("one");
    }
}
