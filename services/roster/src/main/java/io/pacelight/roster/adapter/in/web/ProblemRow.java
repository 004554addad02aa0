package io.pacelight.roster.adapter.in.web;

import io.pacelight.kit.web.Refused;
import io.pacelight.roster.domain.report.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One problem as it is answered. */
public record ProblemRow(
        @Nullable String file,
        @Nullable Integer row,
        @Nullable String column,
        String code,
        String message,
        Problem.Severity severity) {

    static List<ProblemRow> of(List<Problem> problems) {
        return problems.stream()
                .map(p -> new ProblemRow(p.file(), p.row(), p.column(), p.code(), p.message(), p.severity()))
                .toList();
    }

    static List<Refused.Row> refused(List<Problem> problems) {
        return problems.stream()
                .map(p -> {
                    Integer row = p.row();
                    return new Refused.Row(
                            p.file(), row == null ? null : row.longValue(), p.column(), p.code(), p.message());
                })
                .toList();
    }
}
