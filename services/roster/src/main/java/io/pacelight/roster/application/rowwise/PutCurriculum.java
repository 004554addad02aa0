package io.pacelight.roster.application.rowwise;

import io.pacelight.events.CourseChanged;
import io.pacelight.events.Keys;
import io.pacelight.events.PacingPlanChanged;
import io.pacelight.events.PacingTarget;
import io.pacelight.events.PathwayChanged;
import io.pacelight.events.PathwayUnit;
import io.pacelight.roster.application.CsvText;
import io.pacelight.roster.application.fold.DocumentId;
import io.pacelight.roster.domain.curriculum.PacingRules;
import io.pacelight.roster.domain.curriculum.PathwayRules;
import io.pacelight.roster.domain.oneroster.Cells;
import io.pacelight.roster.domain.people.SchoolClass;
import io.pacelight.roster.domain.report.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sets a course's pathway or a class's pacing plan as a whole: with an error in it, nothing changes. */
public final class PutCurriculum {
    private static final int KEPT = 1_000;

    /** What became of it; {@code changed} is false when it said nothing new or was refused. */
    public record Outcome(boolean changed, Problems problems) {}

    private PutCurriculum() {}

    public static boolean hasCourse(Desk desk, String course) {
        return course.indexOf('|') < 0
                && desk.records()
                        .facts()
                        .find(Keys.of(desk.district(), "course", course))
                        .map(fact -> fact.current() instanceof CourseChanged c && c.active())
                        .orElse(false);
    }

    public static boolean hasClass(Desk desk, String classId) {
        return classId.indexOf('|') < 0
                && desk.records()
                        .classes()
                        .find(DocumentId.of(desk.district(), classId))
                        .map(SchoolClass::isActive)
                        .orElse(false);
    }

    public static Outcome pathway(Desk desk, String course, String file, List<PathwayRules.Unit> units) {
        Problems problems = new Problems(KEPT);
        return pathway(desk, course, file, units, problems);
    }

    private static Outcome pathway(
            Desk desk, String course, String file, List<PathwayRules.Unit> units, Problems problems) {
        PathwayRules.check(file, units, desk.competencies(), problems);
        if (problems.hasErrors()) {
            return new Outcome(false, problems);
        }
        PathwayChanged fact = new PathwayChanged(
                desk.district(),
                course,
                units.stream()
                        .map(unit -> new PathwayUnit(unit.title(), unit.competencies()))
                        .toList());
        return new Outcome(desk.put(List.of(fact)) > 0, problems);
    }

    /** Columns {@code unit} and {@code competencyCode}, in teaching order. */
    public static Outcome pathway(Desk desk, String course, CsvText text) {
        Rows rows = new Rows(
                text,
                List.of("unit", "competencyCode"),
                List.of("unit", "competencyCode"),
                Map.of("competency", "competencyCode", "code", "competencyCode", "unittitle", "unit"));
        Map<String, List<String>> codes = new LinkedHashMap<>();
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        rows.read(row -> rows.id(row, "competencyCode").ifPresent(code -> {
            String unit = row.get("unit").strip();
            codes.computeIfAbsent(unit, u -> new ArrayList<>()).add(code);
            places.computeIfAbsent(unit, u -> new ArrayList<>()).add(row.number());
        }));
        List<PathwayRules.Unit> units = new ArrayList<>();
        codes.forEach((unit, own) -> units.add(new PathwayRules.Unit(unit, own, places.getOrDefault(unit, List.of()))));
        return pathway(desk, course, text.name(), units, rows.problems());
    }

    public static Outcome pacingPlan(Desk desk, String classId, String file, List<PacingRules.Target> targets) {
        return pacingPlan(desk, classId, file, targets, new Problems(KEPT));
    }

    private static Outcome pacingPlan(
            Desk desk, String classId, String file, List<PacingRules.Target> targets, Problems problems) {
        PacingRules.check(file, targets, desk.competencies(), codesOfPathway(desk, classId), problems);
        if (problems.hasErrors()) {
            return new Outcome(false, problems);
        }
        PacingPlanChanged fact = new PacingPlanChanged(
                desk.district(),
                classId,
                targets.stream()
                        .map(target -> new PacingTarget(target.competency(), target.minutes(), target.date()))
                        .toList());
        return new Outcome(desk.put(List.of(fact)) > 0, problems);
    }

    /** Columns {@code competencyCode} and {@code minutes} or {@code date}, in the order of the plan. */
    public static Outcome pacingPlan(Desk desk, String classId, CsvText text) {
        Rows rows = new Rows(
                text,
                List.of("competencyCode", "minutes", "date"),
                List.of("competencyCode"),
                Map.of("competency", "competencyCode", "code", "competencyCode", "classminutes", "minutes"));
        List<PacingRules.Target> targets = new ArrayList<>();
        rows.read(row -> {
            String minutes = row.get("minutes").strip();
            String date = row.get("date").strip();
            if (!minutes.isEmpty() && !minutes.matches("\\d{1,9}")) {
                rows.bad(
                        row,
                        "minutes",
                        "minutes",
                        "minutes '%s' is not a whole number.".formatted(Cells.shown(minutes)));
            }
            if (!date.isEmpty()) {
                rows.date(row, "date");
            }
            rows.id(row, "competencyCode")
                    .filter(code -> rows.rowIsGood())
                    .ifPresent(code -> targets.add(new PacingRules.Target(
                            row.number(),
                            code,
                            minutes.isEmpty() ? null : Integer.valueOf(minutes),
                            Cells.date(date).orElse(null))));
        });
        return pacingPlan(desk, classId, text.name(), targets, rows.problems());
    }

    private static Set<String> codesOfPathway(Desk desk, String classId) {
        Set<String> codes = new HashSet<>();
        desk.records()
                .classes()
                .find(DocumentId.of(desk.district(), classId))
                .map(SchoolClass::fact)
                .flatMap(fact -> desk.records().facts().find(Keys.of(desk.district(), "pathway", fact.course())))
                .ifPresent(fact -> {
                    if (fact.current() instanceof PathwayChanged pathway) {
                        pathway.units().forEach(unit -> codes.addAll(unit.competencies()));
                    }
                });
        return codes;
    }
}
