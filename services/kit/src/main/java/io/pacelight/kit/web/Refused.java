package io.pacelight.kit.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A request that is answered with a problem: what is wrong, where, and how to mend it. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** One row of bad input; {@code row} counts data rows from 1. */
    public record Row(
            @Nullable String file,
            @Nullable Long row,
            @Nullable String column,
            String code,
            String message) {}

    private final HttpStatus status;
    private final String title;
    private final transient List<Row> rows;

    public Refused(HttpStatus status, String title, String detail, List<Row> rows) {
        super(detail);
        this.status = status;
        this.title = title;
        this.rows = List.copyOf(rows);
    }

    public static Refused badInput(String detail) {
        return new Refused(HttpStatus.BAD_REQUEST, "The request can't be taken", detail, List.of());
    }

    public static Refused conflict(String detail) {
        return new Refused(HttpStatus.CONFLICT, "Not in this state", detail, List.of());
    }

    public HttpStatus status() {
        return status;
    }

    public String title() {
        return title;
    }

    public List<Row> rows() {
        return rows;
    }
}
