package io.pacelight.roster.application.rowwise;

import io.pacelight.events.CompetencyChanged;
import io.pacelight.roster.application.CsvText;
import io.pacelight.roster.domain.oneroster.Cells;
import io.pacelight.roster.domain.oneroster.Row;
import io.pacelight.roster.domain.oneroster.SeenIds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Competencies: one row a code. Those not in the file stay, unless the file is to replace the framework. */
public final class ImportCompetencies {
    private static final List<String> COLUMNS =
            List.of("code", "name", "statement", "iCan", "subjects", "grade", "domain", "cluster");
    private static final Map<String, String> ALIASES = Map.of(
            "competency", "code",
            "competencycode", "code",
            "humancodingscheme", "code",
            "title", "name",
            "fullstatement", "statement",
            "subject", "subjects",
            "gradelevel", "grade");

    private ImportCompetencies() {}

    /** @param replace competencies that the file does not name are withdrawn */
    public static RowReport run(Desk desk, CsvText text, boolean replace) {
        Rows rows = new Rows(text, COLUMNS, List.of("code"), ALIASES);
        SeenIds seen = new SeenIds();
        Set<String> named = new HashSet<>();
        List<CompetencyChanged> facts = new ArrayList<>();
        rows.read(row -> {
            Optional<String> code = rows.id(row, "code");
            if (code.isEmpty()) {
                return;
            }
            int before = seen.put(code.get(), row.number());
            if (before != 0) {
                rows.bad(
                        row,
                        "code",
                        "duplicate-code",
                        "code '%s' stands on data row %d already; leave one out."
                                .formatted(Cells.shown(code.get()), before));
                return;
            }
            named.add(code.get());
            facts.add(fact(desk, code.get(), row));
        });
        RowReport soFar = rows.report();
        if (replace && soFar.complete() && soFar.errors() == 0) {
            desk.facts("competency", fact -> {
                if (fact instanceof CompetencyChanged c && c.active() && !named.contains(c.competency())) {
                    facts.add(new CompetencyChanged(
                            c.district(),
                            c.competency(),
                            c.name(),
                            c.statement(),
                            c.iCan(),
                            c.subjects(),
                            c.grade(),
                            c.domain(),
                            c.cluster(),
                            false));
                }
            });
        }
        rows.changed(desk.put(facts));
        return rows.report();
    }

    private static CompetencyChanged fact(Desk desk, String code, Row row) {
        String name = row.get("name").isBlank() ? code : row.get("name").strip();
        List<String> subjects = Arrays.stream(row.get("subjects").split("[,;|]", -1))
                .map(String::strip)
                .filter(subject -> !subject.isEmpty())
                .distinct()
                .toList();
        return new CompetencyChanged(
                desk.district(),
                code,
                name,
                row.orNull("statement"),
                row.orNull("iCan"),
                subjects,
                row.orNull("grade"),
                row.orNull("domain"),
                row.orNull("cluster"),
                true);
    }
}
