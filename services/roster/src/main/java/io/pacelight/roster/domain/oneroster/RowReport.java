package io.pacelight.roster.domain.oneroster;

import io.pacelight.roster.domain.report.Problem;
import io.pacelight.roster.domain.report.Problems;

/** Words a problem of one row so that its sentence says by itself where it is. */
final class RowReport {
    private final Table table;
    private final Problems problems;

    RowReport(Table table, Problems problems) {
        this.table = table;
        this.problems = problems;
    }

    void error(Row row, String column, String code, String rest) {
        problems.add(of(row, column, code, rest));
    }

    void warning(Row row, String column, String code, String rest) {
        problems.add(of(row, column, code, rest).asWarning());
    }

    private Problem of(Row row, String column, String code, String rest) {
        return Problem.ofCell(
                table.file(),
                row.number(),
                column,
                code,
                "%s data row %d: %s".formatted(table.file(), row.number(), rest));
    }
}
