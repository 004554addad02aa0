package io.pacelight.reporting.adapter.out.mongo;

import io.pacelight.kit.mongo.FieldWriter;
import io.pacelight.kit.mongo.StoredFields;
import io.pacelight.kit.mongo.StoredRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A row of numbers, instants and words as one text, its cells parted by a bar. A student has a hundred such rows and
 * every total reads them, so a row must not cost a document of a dozen fields; as text it can still be read by eye.
 * What is missing is an empty cell.
 */
final class Cells {
    private static final char BAR = '|';

    private final StringBuilder text = new StringBuilder();
    private final String source;
    private int at;

    private Cells(String source) {
        this.source = source;
    }

    /** Rows by key, a key and its row in turn. */
    static <V> void write(FieldWriter out, String name, Map<String, V> rows, BiConsumer<Cells, V> writer) {
        Cells cells = new Cells("");
        out.array(
                name,
                array -> rows.forEach((key, row) -> {
                    cells.text.setLength(0);
                    writer.accept(cells, row);
                    array.add(key).add(cells.text.toString());
                }));
    }

    static <V> Map<String, V> read(StoredFields in, String name, Function<Cells, V> reader) {
        Map<String, V> rows = new HashMap<>();
        for (StoredRow written = in.array(name); written.hasNext(); )
            rows.put(written.string(), reader.apply(new Cells(written.string())));
        return rows;
    }

    Cells add(@Nullable Object value) {
        if (value != null) text.append(value);
        text.append(BAR);
        return this;
    }

    Cells add(@Nullable Instant instant) {
        return add(Fields.nanos(instant));
    }

    Cells add(boolean value) {
        return add(value ? "1" : "0");
    }

    String text() {
        int end = source.indexOf(BAR, at);
        String cell = source.substring(at, end);
        at = end + 1;
        return cell;
    }

    BigDecimal decimal() {
        return new BigDecimal(text());
    }

    boolean flag() {
        return text().equals("1");
    }

    int number() {
        return Integer.parseInt(text());
    }

    long count() {
        return Long.parseLong(text());
    }

    @Nullable
    Instant instant() {
        String cell = text();
        return cell.isEmpty() ? null : Fields.ofNanos(Long.parseLong(cell));
    }
}
