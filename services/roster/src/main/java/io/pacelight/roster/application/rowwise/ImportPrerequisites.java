package io.pacelight.roster.application.rowwise;

import io.pacelight.events.PrerequisitesChanged;
import io.pacelight.roster.application.CsvText;
import io.pacelight.roster.domain.curriculum.PrerequisiteMap;
import io.pacelight.roster.domain.oneroster.Cells;
import io.pacelight.roster.domain.oneroster.Row;
import io.pacelight.roster.domain.report.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Prerequisites: one row an edge, {@code from} before {@code to}. What comes before each {@code to} in the file is replaced
 * by what the file says. A map with a circle is refused as a whole.
 */
public final class ImportPrerequisites {
    private static final List<String> COLUMNS = List.of("from", "to", "kind");
    private static final Map<String, String> ALIASES =
            Map.of("prerequisite", "from", "competency", "to", "type", "kind");

    private final Desk desk;
    private final Rows rows;
    private final Set<String> kinds;
    private final Set<String> codes;
    private final SortedMap<String, Set<String>> requires = new TreeMap<>();
    private final SortedMap<String, Integer> rowsByKind = new TreeMap<>();
    private final Map<String, Integer> rowOfEdge = new HashMap<>();

    private ImportPrerequisites(Desk desk, CsvText text, Set<String> kinds) {
        this.desk = desk;
        this.kinds = kinds;
        this.rows = new Rows(text, COLUMNS, List.of("from", "to"), ALIASES);
        this.codes = desk.competencies();
    }

    /**
     * @param kinds only rows of these kinds are prerequisites; empty takes every row
     * @param replace competencies that the file does not name lose their prerequisites
     */
    public static RowReport run(Desk desk, CsvText text, Set<String> kinds, boolean replace) {
        return new ImportPrerequisites(desk, text, kinds).run(replace);
    }

    private RowReport run(boolean replace) {
        rows.read(this::read);
        Set<String> missing = new TreeSet<>(kinds);
        missing.removeAll(rowsByKind.keySet());
        if (!missing.isEmpty()) {
            rows.problems()
                    .add(Problem.ofColumn(
                            rows.file(),
                            "kind",
                            "unknown-kind",
                            "No row is of kind '%s'; the file has %s."
                                    .formatted(Cells.shown(String.join("', '", missing)), countedKinds())));
            rows.refuseAll();
            return rows.report();
        }
        PrerequisiteMap map = desk.prerequisites();
        if (replace && rows.report().complete() && rows.report().errors() == 0) {
            desk.facts("prerequisites", fact -> {
                if (fact instanceof PrerequisitesChanged changed) {
                    requires.putIfAbsent(changed.competency(), Set.of());
                }
            });
        }
        requires.forEach(map::put);
        Optional<List<String>> circle = map.findCircle();
        if (circle.isPresent()) {
            rows.problems().add(problem(circle.get()));
            rows.refuseAll();
            return rows.report();
        }
        List<PrerequisitesChanged> facts = new ArrayList<>();
        requires.forEach((to, from) ->
                facts.add(new PrerequisitesChanged(desk.district(), to, List.copyOf(new TreeSet<>(from)))));
        rows.changed(desk.put(facts));
        return rows.report();
    }

    private void read(Row row) {
        String kind = row.get("kind").strip();
        rowsByKind.merge(kind.isEmpty() ? "(none)" : kind, 1, Integer::sum);
        if (!kinds.isEmpty() && !kinds.contains(kind)) {
            rows.leaveAside();
            return;
        }
        Optional<String> from = code(row, "from");
        Optional<String> to = code(row, "to");
        if (from.isEmpty() || to.isEmpty() || !rows.rowIsGood()) {
            return;
        }
        Integer before = rowOfEdge.putIfAbsent(from.get() + "|" + to.get(), row.number());
        if (before != null) {
            rows.note(row, "from", "duplicate-edge", "the edge stands on data row %d already.".formatted(before));
        }
        requires.computeIfAbsent(to.get(), t -> new HashSet<>()).add(from.get());
    }

    private String countedKinds() {
        return rowsByKind.entrySet().stream()
                .map(kind -> "%s: %d".formatted(Cells.shown(kind.getKey()), kind.getValue()))
                .collect(Collectors.joining(", "));
    }

    private Optional<String> code(Row row, String column) {
        Optional<String> code = rows.id(row, column);
        code.filter(c -> !codes.contains(c))
                .ifPresent(c -> rows.bad(
                        row,
                        column,
                        "unknown-competency",
                        "%s '%s' is not in the district's framework; import the competencies first or correct the code."
                                .formatted(column, Cells.shown(c))));
        return code;
    }

    private Problem problem(List<String> circle) {
        List<String> edges = new ArrayList<>();
        Integer first = null;
        for (int i = 0; i + 1 < circle.size(); i++) {
            Integer row = rowOfEdge.get(circle.get(i) + "|" + circle.get(i + 1));
            edges.add(row == null ? "stored before" : "row " + row);
            first = first == null ? row : first;
        }
        String mend = kinds.isEmpty() && rowsByKind.size() > 1
                ? " If rows of only one kind are prerequisites, import with ?kinds=… (there are %s)."
                        .formatted(countedKinds())
                : "";
        return new Problem(
                rows.file(),
                first,
                "from",
                "cycle",
                "The prerequisites go in a circle: %s (%s). Nothing was taken in; take out one of these edges.%s"
                        .formatted(String.join(" → ", circle), String.join(", ", edges), mend),
                Problem.Severity.ERROR);
    }
}
