package io.pacelight.intervention.adapter.out.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stored list whose places have a fixed meaning. */
record Row(List<?> values) {
    int size() {
        return values.size();
    }

    String string(int index) {
        return String.valueOf(values.get(index));
    }

    @Nullable
    String stringOrNone(int index) {
        return (String) values.get(index);
    }

    boolean flag(int index) {
        return Boolean.TRUE.equals(values.get(index));
    }

    long count(int index) {
        return values.get(index) instanceof Number number ? number.longValue() : 0;
    }

    int number(int index) {
        return (int) count(index);
    }

    @Nullable
    Integer numberOrNone(int index) {
        return values.get(index) instanceof Number number ? number.intValue() : null;
    }

    Instant instant(int index) {
        return Instant.ofEpochMilli(count(index));
    }

    @Nullable
    Instant instantOrNone(int index) {
        return values.get(index) == null ? null : instant(index);
    }

    LocalDate someDate(int index) {
        return LocalDate.parse(string(index));
    }

    @Nullable
    LocalDate date(int index) {
        return values.get(index) == null ? null : someDate(index);
    }

    List<Row> rows(int index) {
        return ((List<?>) values.get(index))
                .stream().map(row -> new Row((List<?>) row)).toList();
    }
}
