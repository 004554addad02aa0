package io.pacelight.dashboard.adapter.in.web;

import io.pacelight.dashboard.application.Attempts;
import io.pacelight.dashboard.application.ReadPages;
import io.pacelight.dashboard.application.RecordForClass;
import io.pacelight.dashboard.application.Refusal;
import io.pacelight.dashboard.domain.ClassGrid;
import io.pacelight.dashboard.domain.GridOrder;
import io.pacelight.dashboard.domain.State;
import io.pacelight.dashboard.domain.StudentRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Recording a whole column: one competency, everybody who showed it today. */
@Controller
class ColumnController {

    private static final String LEVEL = "level-";

    private final ReadPages pages;
    private final RecordForClass recording;
    private final Words words;

    ColumnController(ReadPages pages, RecordForClass recording, Words words) {
        this.pages = pages;
        this.recording = recording;
        this.words = words;
    }

    /** One student of the form; the mark is the level chosen when the form comes back with refusals. */
    public record Line(
            String id,
            String name,
            State state,
            String stateWord,
            @Nullable String chosen,
            @Nullable String refused) {}

    @GetMapping("/classes/{classId}/record")
    String form(Visit visit, @PathVariable String classId, @RequestParam String code, Model model) {
        fill(
                visit,
                classId,
                code,
                Map.of(),
                new RecordForClass.Report(0, Map.of()),
                UUID.randomUUID().toString(),
                model);
        return "column";
    }

    @PostMapping("/classes/{classId}/record")
    String record(
            Visit visit,
            @PathVariable String classId,
            @RequestParam String code,
            @RequestParam StudentRecord.Kind kind,
            @RequestParam(defaultValue = "") String context,
            @RequestParam(defaultValue = "") String formId,
            @RequestParam String key,
            @RequestParam Map<String, String> all,
            Model model) {
        List<Attempts.NewAttempt> attempts = new ArrayList<>();
        all.forEach((name, value) -> {
            if (name.startsWith(LEVEL) && !value.isBlank()) {
                attempts.add(new Attempts.NewAttempt(
                        name.substring(LEVEL.length()),
                        code,
                        kind,
                        level(value),
                        given(formId),
                        given(context),
                        false,
                        null));
            }
        });
        RecordForClass.Report report = recording.record(visit.caller(), attempts, key);
        if (report.refused().isEmpty() && report.recorded() > 0) {
            return "redirect:" + Links.grid(classId) + "?recorded=" + report.recorded();
        }
        fill(visit, classId, code, all, report, key, model);
        return "column";
    }

    private void fill(
            Visit visit,
            String classId,
            String code,
            Map<String, String> chosen,
            RecordForClass.Report report,
            String key,
            Model model) {
        ClassGrid grid = pages.grid(visit.caller(), classId).required();
        ClassGrid.Competency competency = grid.competency(code)
                .orElseThrow(
                        () -> new Refusal(Refusal.Reason.NOT_FOUND, "reporting", "This class has no such competency."));
        model.addAttribute(
                "lines",
                GridOrder.parse("name").sort(grid.students()).stream()
                        .map(row -> new Line(
                                row.id(),
                                row.name(),
                                state(row, code),
                                words.state(state(row, code)),
                                chosen.get(LEVEL + row.id()),
                                report.refused().get(row.id())))
                        .filter(line -> report.recorded() == 0 || line.refused() != null)
                        .toList());
        model.addAttribute(
                "levels",
                grid.levels().stream().filter(l -> l.state() != State.NONE).toList());
        model.addAttribute("competency", competency);
        model.addAttribute("classId", classId);
        model.addAttribute("classTitle", grid.schoolClass().title());
        model.addAttribute("report", report);
        model.addAttribute(
                "nothing",
                !chosen.isEmpty() && report.recorded() == 0 && report.refused().isEmpty());
        model.addAttribute("key", key);
        visit.shell(model, "classes");
    }

    private static State state(ClassGrid.Row row, String code) {
        return row.cell(code).map(ClassGrid.Cell::state).orElse(State.NONE);
    }

    private static double level(String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new Refusal(Refusal.Reason.INVALID, "assessment", "A level is a number, not “" + value + "”.", e);
        }
    }

    private static @Nullable String given(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
