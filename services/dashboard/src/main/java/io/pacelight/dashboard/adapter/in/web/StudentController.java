package io.pacelight.dashboard.adapter.in.web;

import io.pacelight.dashboard.application.ReadPages;
import io.pacelight.dashboard.application.Refusal;
import io.pacelight.dashboard.domain.Named;
import io.pacelight.dashboard.domain.Sparkline;
import io.pacelight.dashboard.domain.StudentRecord;
import io.pacelight.dashboard.domain.Viewer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One student’s map. */
@Controller
class StudentController {

    private static final double MASTERY = 3;

    private final ReadPages pages;
    private final Words words;

    StudentController(ReadPages pages, Words words) {
        this.pages = pages;
        this.words = words;
    }

    @GetMapping("/me")
    String self(Visit visit, Model model) {
        List<Named> students = visit.viewer().required().students();
        if (students.isEmpty()) {
            throw new Refusal(Refusal.Reason.NOT_FOUND, "reporting", words.say("student.noRecord"));
        }
        if (students.size() == 1) {
            return "redirect:" + Links.student(students.getFirst().id());
        }
        model.addAttribute("students", students);
        visit.shell(model, "student");
        return "family";
    }

    @GetMapping("/students/{id}")
    String student(Visit visit, @PathVariable String id, Model model) {
        StudentRecord read = pages.student(visit.caller(), id).required();
        Viewer viewer = visit.viewer().orNull();
        boolean self = viewer != null && viewer.role() == Viewer.Role.STUDENT;
        model.addAttribute("page", page(read, self, visit.zone()));
        visit.shell(model, "student");
        return visit.fragment() ? "student :: whole" : "student";
    }

    private StudentPage page(StudentRecord read, boolean self, ZoneId zone) {
        List<StudentPage.Line> can = lines(read, zone, true);
        List<StudentPage.Line> working = lines(read, zone, false);
        int evidence = read.competencies().stream()
                .mapToInt(StudentRecord.Competency::attempts)
                .sum();
        return new StudentPage(
                read.id(), spoken(read.name()), sub(read), self, can, working, evidence, read.asOf(), zone);
    }

    private List<StudentPage.Line> lines(StudentRecord read, ZoneId zone, boolean mastered) {
        return read.competencies().stream()
                .filter(c -> c.state().mastered() == mastered)
                .map(c -> line(c, zone))
                .toList();
    }

    private StudentPage.Line line(StudentRecord.Competency c, ZoneId zone) {
        String feedback = c.evidence().stream()
                .map(StudentRecord.Evidence::feedback)
                .filter(Objects::nonNull)
                .map(StudentRecord.Feedback::nextStep)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new StudentPage.Line(
                c.code(),
                c.iCan() == null ? c.name() : c.iCan(),
                c.state(),
                words.state(c.state()),
                c.state().mastered() ? null : c.progress(),
                c.masteredAt() == null ? null : words.shortDay(c.masteredAt(), zone),
                feedback,
                Sparkline.of(c.recent(), MASTERY),
                c.recent().isEmpty()
                        ? words.say("spark.none")
                        : words.say(
                                "spark.levels",
                                c.recent().stream().map(words::level).collect(Collectors.joining(", "))),
                c.attempts());
    }

    private String sub(StudentRecord read) {
        List<String> parts = new ArrayList<>();
        if (read.grade() != null) {
            parts.add(words.say("student.grade", words.plain(read.grade())));
        }
        read.schools().forEach(s -> parts.add(s.name()));
        read.classes().forEach(c -> parts.add(c.title()));
        return String.join(" · ", parts);
    }

    private static String spoken(String name) {
        int comma = name.indexOf(", ");
        return comma < 0 ? name : name.substring(comma + 2) + " " + name.substring(0, comma);
    }
}
