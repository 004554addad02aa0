package io.pacelight.dashboard.adapter.in.web;

import io.pacelight.dashboard.application.ReadPages;
import io.pacelight.dashboard.domain.ClassGrid;
import io.pacelight.dashboard.domain.GridOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The classes of a viewer, the grid of one of them, and the drawer that a cell opens. */
@Controller
class ClassGridController {

    private final ReadPages pages;
    private final GridPages grids;
    private final EvidencePages evidences;
    private final NextBellPages bells;
    private final Words words;

    ClassGridController(ReadPages pages, GridPages grids, EvidencePages evidences, NextBellPages bells, Words words) {
        this.pages = pages;
        this.grids = grids;
        this.evidences = evidences;
        this.bells = bells;
        this.words = words;
    }

    @GetMapping("/classes")
    String classes(Visit visit, Model model) {
        model.addAttribute("viewer", visit.viewer().required());
        visit.shell(model, "classes");
        return "classes";
    }

    @GetMapping("/classes/{classId}")
    String grid(
            Visit visit,
            @PathVariable String classId,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String student,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable Integer recorded,
            Model model) {
        ClassGrid grid = pages.grid(visit.caller(), classId).required();
        model.addAttribute("page", grids.page(grid, GridOrder.parse(sort)));
        model.addAttribute("classes", Choosers.of(visit.viewer().orNull(), classId, false));
        model.addAttribute("classId", classId);
        model.addAttribute("side", bells.side(classId, grid));
        model.addAttribute("evidence", null);
        if (student != null && code != null && !visit.fragment()) {
            model.addAttribute("evidence", opened(visit, classId, student, code));
        }
        if (recorded != null) {
            model.addAttribute("announcement", words.say("announce.recordedMany", recorded));
        }
        visit.shell(model, "classes");
        return visit.fragment() ? "class-grid :: gridtable" : "class-grid";
    }

    @GetMapping("/classes/{classId}/rows")
    String rows(
            Visit visit,
            @PathVariable String classId,
            @RequestParam(required = false) @Nullable String sort,
            Model model) {
        ClassGrid grid = pages.grid(visit.caller(), classId).required();
        model.addAttribute("page", grids.page(grid, GridOrder.parse(sort)));
        return "class-grid :: gridrows";
    }

    @GetMapping("/classes/{classId}/evidence")
    String evidence(
            Visit visit,
            @PathVariable String classId,
            @RequestParam String student,
            @RequestParam String code,
            @RequestParam(defaultValue = "false") boolean live,
            Model model) {
        model.addAttribute("evidence", opened(visit, classId, student, code));
        return live ? "evidence :: facts" : "evidence :: drawer";
    }

    private EvidencePage opened(Visit visit, String classId, String student, String code) {
        return evidences.page(classId, student, code, pages.evidence(visit.caller(), classId, student, code));
    }
}
