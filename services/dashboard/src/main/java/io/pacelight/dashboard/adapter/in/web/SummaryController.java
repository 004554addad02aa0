package io.pacelight.dashboard.adapter.in.web;

import io.pacelight.dashboard.application.ReadPages;
import io.pacelight.dashboard.domain.Summary;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Schools and the district. */
@Controller
class SummaryController {

    private final ReadPages pages;
    private final SummaryPages views;

    SummaryController(ReadPages pages, SummaryPages views) {
        this.pages = pages;
        this.views = views;
    }

    @GetMapping("/schools")
    String schools(Visit visit, Model model) {
        model.addAttribute("viewer", visit.viewer().required());
        visit.shell(model, "schools");
        return "schools";
    }

    @GetMapping("/schools/{id}")
    String school(Visit visit, @PathVariable String id, Model model) {
        Summary read = pages.school(visit.caller(), id).required();
        model.addAttribute("page", views.school(id, read, visit.zone()));
        visit.shell(model, "schools");
        return visit.fragment() ? "school :: whole" : "school";
    }

    @GetMapping("/districts/{id}")
    String district(
            Visit visit, @PathVariable String id, @RequestParam(defaultValue = "name") String sort, Model model) {
        Summary read = pages.district(visit.caller(), id).required();
        model.addAttribute("page", views.district(id, read, visit.zone(), sort));
        visit.shell(model, "district");
        return visit.fragment() ? "district :: whole" : "district";
    }
}
