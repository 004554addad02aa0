package io.pacelight.roster.domain.report;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong (or worth knowing) about a file: where it is and how to mend it.
 *
 * @param file name of the file, or null when it is about the whole upload
 * @param row data row, counted from 1 below the header; null when it is about the whole file
 * @param column name of the column, or null when it is about the whole row
 * @param code a stable word a program can act on
 * @param message a whole sentence for a person
 */
public record Problem(
        @Nullable String file,
        @Nullable Integer row,
        @Nullable String column,
        String code,
        String message,
        Severity severity) {

    /** Whether the problem keeps the row or file out, or is only told. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public static Problem ofUpload(String code, String message) {
        return new Problem(null, null, null, code, message, Severity.ERROR);
    }

    public static Problem ofFile(String file, String code, String message) {
        return new Problem(file, null, null, code, message, Severity.ERROR);
    }

    public static Problem ofColumn(String file, String column, String code, String message) {
        return new Problem(file, null, column, code, message, Severity.ERROR);
    }

    public static Problem ofRow(String file, int row, String code, String message) {
        return new Problem(file, row, null, code, message, Severity.ERROR);
    }

    public static Problem ofCell(String file, int row, String column, String code, String message) {
        return new Problem(file, row, column, code, message, Severity.ERROR);
    }

    /** The same problem, told without keeping anything out. */
    public Problem asWarning() {
        return new Problem(file, row, column, code, message, Severity.WARNING);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
