package io.pacelight.roster.adapter.in.web;

import io.pacelight.kit.security.OutsideScope;
import io.pacelight.kit.web.Refused;
import io.pacelight.roster.application.rowwise.Desk;
import io.pacelight.roster.application.rowwise.PutCurriculum;
import io.pacelight.roster.domain.curriculum.PacingRules;
import io.pacelight.roster.domain.curriculum.PathwayRules;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pathways of courses and pacing plans of classes, as JSON or CSV; each is set as a whole or not at all. */
@RestController
@RequestMapping("/api/roster/v1")
public class CurriculumController {
    private static final String PATHWAY = "pathway";
    private static final String PLAN = "pacing-plan";

    private final DataDesk desk;

    public CurriculumController(DataDesk desk) {
        this.desk = desk;
    }

    /** The units of a course in teaching order. */
    public record PathwayBody(@Nullable List<UnitBody> units) {}

    /** A unit and the codes of its competencies in teaching order. */
    public record UnitBody(@Nullable String title, @Nullable List<String> competencies) {}

    /** The targets of a class in the order of the plan. */
    public record PlanBody(@Nullable List<TargetBody> targets) {}

    /** By when a competency should be mastered: class minutes or a date. */
    public record TargetBody(
            @Nullable String competency,
            @Nullable Integer minutes,
            @Nullable LocalDate date) {}

    /** What became of it; problems are warnings only. */
    public record Answer(String id, boolean changed, List<ProblemRow> problems) {}

    @PutMapping(path = "/courses/{id}/pathway", consumes = MediaType.APPLICATION_JSON_VALUE)
    Answer pathway(@PathVariable String id, @RequestBody PathwayBody body) {
        List<PathwayRules.Unit> units = new ArrayList<>();
        int row = 0;
        for (UnitBody unit : orEmpty(body.units())) {
            List<String> codes = orEmpty(unit.competencies());
            List<Integer> rows = new ArrayList<>();
            for (int i = 0; i < codes.size(); i++) {
                rows.add(++row);
            }
            units.add(new PathwayRules.Unit(orEmpty(unit.title()), codes, rows));
        }
        return answer(id, PutCurriculum.pathway(course(id), id, PATHWAY, units));
    }

    @PutMapping(path = "/courses/{id}/pathway", consumes = "text/csv")
    Answer pathwayCsv(@PathVariable String id, @io.swagger.v3.oas.annotations.parameters.RequestBody InputStream body) {
        return answer(id, PutCurriculum.pathway(course(id), id, RowFilesController.csv(PATHWAY + ".csv", body)));
    }

    @PutMapping(path = "/classes/{id}/pacing-plan", consumes = MediaType.APPLICATION_JSON_VALUE)
    Answer pacingPlan(@PathVariable String id, @RequestBody PlanBody body) {
        List<PacingRules.Target> targets = new ArrayList<>();
        for (TargetBody target : orEmpty(body.targets())) {
            targets.add(new PacingRules.Target(
                    targets.size() + 1, orEmpty(target.competency()), target.minutes(), target.date()));
        }
        return answer(id, PutCurriculum.pacingPlan(schoolClass(id), id, PLAN, targets));
    }

    @PutMapping(path = "/classes/{id}/pacing-plan", consumes = "text/csv")
    Answer pacingPlanCsv(
            @PathVariable String id, @io.swagger.v3.oas.annotations.parameters.RequestBody InputStream body) {
        return answer(id, PutCurriculum.pacingPlan(schoolClass(id), id, RowFilesController.csv(PLAN + ".csv", body)));
    }

    private Desk course(String id) {
        Desk open = desk.open();
        if (!PutCurriculum.hasCourse(open, id)) {
            throw new OutsideScope("the course '%s'".formatted(id));
        }
        return open;
    }

    private Desk schoolClass(String id) {
        Desk open = desk.open();
        if (!PutCurriculum.hasClass(open, id)) {
            throw new OutsideScope("the class '%s'".formatted(id));
        }
        return open;
    }

    private static Answer answer(String id, PutCurriculum.Outcome outcome) {
        if (outcome.problems().hasErrors()) {
            throw new Refused(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "Nothing was changed",
                    outcome.problems().kept().getFirst().message(),
                    ProblemRow.refused(outcome.problems().kept()));
        }
        return new Answer(
                id, outcome.changed(), ProblemRow.of(outcome.problems().kept()));
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
