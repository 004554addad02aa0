package io.pacelight.roster.application.rowwise;

import io.pacelight.events.CodeCrosswalked;
import io.pacelight.roster.application.CsvText;
import io.pacelight.roster.domain.oneroster.Cells;
import io.pacelight.roster.domain.oneroster.Row;
import io.pacelight.roster.domain.oneroster.SeenIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Crosswalks: one row another code set's code and the competency it stands for; no competency withdraws the link. */
public final class ImportCrosswalk {
    private static final List<String> COLUMNS = List.of("from", "to", "match");
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("edfilearningstandardid", "from"),
            Map.entry("foreigncode", "from"),
            Map.entry("sourcecode", "from"),
            Map.entry("externalcode", "from"),
            Map.entry("code", "from"),
            Map.entry("ccssmathcode", "to"),
            Map.entry("competency", "to"),
            Map.entry("competencycode", "to"),
            Map.entry("targetcode", "to"));

    private ImportCrosswalk() {}

    public static RowReport run(Desk desk, CsvText text) {
        Rows rows = new Rows(text, COLUMNS, List.of("from", "to"), ALIASES);
        Set<String> codes = desk.competencies();
        SeenIds seen = new SeenIds();
        List<CodeCrosswalked> facts = new ArrayList<>();
        rows.read(row -> {
            Optional<String> from = rows.id(row, "from");
            String to = row.get("to").strip();
            if (!to.isEmpty() && !codes.contains(to)) {
                rows.bad(
                        row,
                        "to",
                        "unknown-competency",
                        "competency '%s' is not in the district's framework; import the competencies first or correct the code."
                                .formatted(Cells.shown(to)));
            }
            if (from.isPresent() && rows.rowIsGood()) {
                add(desk, rows, row, from.get(), to, seen, facts);
            }
        });
        rows.changed(desk.put(facts));
        return rows.report();
    }

    private static void add(
            Desk desk, Rows rows, Row row, String from, String to, SeenIds seen, List<CodeCrosswalked> facts) {
        int before = seen.put(from, row.number());
        if (before != 0) {
            rows.bad(
                    row,
                    "from",
                    "duplicate-code",
                    "code '%s' stands on data row %d already; a code can stand for one competency only."
                            .formatted(Cells.shown(from), before));
            return;
        }
        facts.add(new CodeCrosswalked(desk.district(), from, to.isEmpty() ? null : to));
    }
}
