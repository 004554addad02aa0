package io.pacelight.roster.domain.curriculum;

import io.pacelight.roster.domain.oneroster.Cells;
import io.pacelight.roster.domain.report.Problem;
import io.pacelight.roster.domain.report.Problems;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes a class's pacing plan one that clocks can run by. */
public final class PacingRules {
    private static final int MOST_MINUTES = 100_000;

    /** One target as given; {@code row} is its place in the input, counted from 1. */
    public record Target(
            int row,
            String competency,
            @Nullable Integer minutes,
            @Nullable LocalDate date) {}

    private PacingRules() {}

    /**
     * @param known codes of the district's competencies
     * @param inPathway codes of the course's pathway; empty when it has none
     */
    public static void check(
            String file, List<Target> targets, Set<String> known, Set<String> inPathway, Problems problems) {
        if (targets.isEmpty()) {
            problems.add(Problem.ofFile(file, "empty", "The plan has no targets; name at least one."));
        }
        Map<String, Integer> seen = new HashMap<>();
        LocalDate latest = LocalDate.MIN;
        for (Target target : targets) {
            String code = Cells.shown(target.competency());
            Integer before = seen.putIfAbsent(target.competency(), target.row());
            if (before != null) {
                problems.add(cell(
                        file,
                        target.row(),
                        "competency",
                        "duplicate-competency",
                        "competency '%s' has two targets, in places %d and %d; leave one out."
                                .formatted(code, before, target.row())));
            } else if (!known.contains(target.competency())) {
                problems.add(cell(
                        file,
                        target.row(),
                        "competency",
                        "unknown-competency",
                        "competency '%s' is not in the district's framework; import it first or correct the code."
                                .formatted(code)));
            } else if (!inPathway.isEmpty() && !inPathway.contains(target.competency())) {
                problems.add(cell(
                                file,
                                target.row(),
                                "competency",
                                "not-in-pathway",
                                "competency '%s' is not in the pathway of the class's course.".formatted(code))
                        .asWarning());
            }
            time(file, target, code, problems);
            if (target.date() != null && target.date().isBefore(latest)) {
                problems.add(cell(
                                file,
                                target.row(),
                                "date",
                                "out-of-order",
                                "the target of '%s', %s, is before that of a competency earlier in the plan."
                                        .formatted(code, target.date()))
                        .asWarning());
            }
            latest = target.date() != null && target.date().isAfter(latest) ? target.date() : latest;
        }
    }

    private static void time(String file, Target target, String code, Problems problems) {
        Integer minutes = target.minutes();
        if ((minutes == null) == (target.date() == null)) {
            problems.add(cell(
                    file,
                    target.row(),
                    "minutes",
                    "minutes-or-date",
                    "the target of '%s' needs either class minutes or a date, and not both.".formatted(code)));
        } else if (minutes != null && (minutes <= 0 || minutes > MOST_MINUTES)) {
            problems.add(cell(
                    file,
                    target.row(),
                    "minutes",
                    "minutes",
                    "the target of '%s' has %d minutes; write a number from 1 to %d."
                            .formatted(code, minutes, MOST_MINUTES)));
        }
    }

    private static Problem cell(String file, int row, String column, String code, String message) {
        return Problem.ofCell(file, row, column, code, message);
    }
}
