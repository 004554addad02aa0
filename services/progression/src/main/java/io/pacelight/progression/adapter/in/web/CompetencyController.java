package io.pacelight.progression.adapter.in.web;

import io.pacelight.kit.security.AuditTrail;
import io.pacelight.kit.security.OutsideScope;
import io.pacelight.kit.security.Viewer;
import io.pacelight.kit.security.Viewers;
import io.pacelight.kit.time.SchoolClock;
import io.pacelight.progression.application.AskCompetencies;
import io.pacelight.progression.application.AskCompetencies.Whereabouts;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a student stands and why; each read is written down. */
@RestController
@RequestMapping("/api/progression/v1/students/{student}/competencies")
public class CompetencyController {
    /** All competencies of a student with evidence or open to begin, by code. */
    public record StudentCompetencies(String studentId, List<CompetencyView> competencies) {}

    private final AskCompetencies ask;
    private final Viewers viewers;
    private final AuditTrail audit;
    private final SchoolClock clock;

    public CompetencyController(AskCompetencies ask, Viewers viewers, AuditTrail audit, SchoolClock clock) {
        this.ask = ask;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping
    StudentCompetencies all(@PathVariable String student) {
        Viewer viewer = allowed(student);
        List<CompetencyView> competencies = ask.all(viewer.district(), student).stream()
                .map(CompetencyView::of)
                .toList();
        return new StudentCompetencies(student, competencies);
    }

    @GetMapping("/{code}")
    CompetencyView one(@PathVariable String student, @PathVariable String code) {
        Viewer viewer = allowed(student);
        return ask.one(viewer.district(), student, code)
                .map(CompetencyView::of)
                .orElseThrow(() -> new OutsideScope("Competency " + code));
    }

    private Viewer allowed(String student) {
        Viewer viewer = viewers.current();
        if (student.indexOf('|') >= 0) {
            throw new OutsideScope("This student");
        }
        Whereabouts today = ask.whereabouts(viewer.district(), student, clock.now());
        if (!viewer.scope().seesStudent(student, today.classes(), today.schools())) {
            throw new OutsideScope("This student");
        }
        audit.read(viewer, student, "competencies");
        return viewer;
    }
}
