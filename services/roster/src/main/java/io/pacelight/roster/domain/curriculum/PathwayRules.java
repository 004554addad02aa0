package io.pacelight.roster.domain.curriculum;

import io.pacelight.roster.domain.oneroster.Cells;
import io.pacelight.roster.domain.report.Problem;
import io.pacelight.roster.domain.report.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What makes a course's pathway a good one. */
public final class PathwayRules {
    private static final int FEWEST = 3;
    private static final int MOST = 5;

    /** One unit; {@code rows} are the places of its competencies in the input, counted from 1. */
    public record Unit(String title, List<String> competencies, List<Integer> rows) {
        public Unit {
            competencies = List.copyOf(competencies);
            rows = List.copyOf(rows);
        }
    }

    private PathwayRules() {}

    /** @param known codes of the district's competencies */
    public static void check(String file, List<Unit> units, Set<String> known, Problems problems) {
        if (units.isEmpty()) {
            problems.add(Problem.ofFile(file, "empty", "The pathway has no units; name at least one."));
        }
        Map<String, Integer> seen = new HashMap<>();
        for (int u = 0; u < units.size(); u++) {
            Unit unit = units.get(u);
            if (unit.title().isBlank()) {
                problems.add(Problem.ofFile(file, "empty", "Unit %d has no title.".formatted(u + 1)));
            }
            for (int c = 0; c < unit.competencies().size(); c++) {
                String code = unit.competencies().get(c);
                int row = unit.rows().get(c);
                Integer before = seen.putIfAbsent(code, row);
                if (before != null) {
                    problems.add(Problem.ofCell(
                            file,
                            row,
                            "competency",
                            "duplicate-competency",
                            "competency '%s' stands twice in the pathway, in places %d and %d; leave one out."
                                    .formatted(Cells.shown(code), before, row)));
                } else if (!known.contains(code)) {
                    problems.add(Problem.ofCell(
                            file,
                            row,
                            "competency",
                            "unknown-competency",
                            "competency '%s' is not in the district's framework; import it first or correct the code."
                                    .formatted(Cells.shown(code))));
                }
            }
            int size = unit.competencies().size();
            if (size == 0) {
                problems.add(Problem.ofFile(
                        file,
                        "empty",
                        "Unit %d, '%s', has no competencies.".formatted(u + 1, Cells.shown(unit.title()))));
            } else if (size < FEWEST || size > MOST) {
                problems.add(Problem.ofFile(
                                file,
                                "unit-size",
                                "Unit %d, '%s', has %d competencies; units of %d to %d work best."
                                        .formatted(u + 1, Cells.shown(unit.title()), size, FEWEST, MOST))
                        .asWarning());
            }
        }
    }
}
