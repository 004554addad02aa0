package io.pacelight.dashboard.adapter.in.web;

import io.pacelight.dashboard.application.Conferences;
import io.pacelight.dashboard.application.ReadPages;
import io.pacelight.dashboard.application.Refusal;
import io.pacelight.dashboard.domain.ClassGrid;
import io.pacelight.dashboard.domain.ConferenceQueue;
import io.pacelight.dashboard.domain.Viewer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Next bell, and what a teacher does with the rows of its queue. Without scripts every action is a form and a redirect. */
@Controller
class NextBellController {

    private static final int MOST_CLASSES = 12;

    private final ReadPages pages;
    private final Conferences conferences;
    private final NextBellPages views;
    private final Words words;

    NextBellController(ReadPages pages, Conferences conferences, NextBellPages views, Words words) {
        this.pages = pages;
        this.conferences = conferences;
        this.views = views;
        this.words = words;
    }

    @GetMapping("/next")
    String current(Visit visit) {
        List<String> mine = visit.viewer().required().currentClasses().stream()
                .map(Viewer.TaughtClass::id)
                .limit(MOST_CLASSES)
                .toList();
        return pages.meetsNext(visit.caller(), mine)
                .map(id -> "redirect:" + Links.nextBell(id))
                .orElse("redirect:/classes");
    }

    @GetMapping("/classes/{classId}/next")
    String page(Visit visit, @PathVariable String classId, Model model) {
        ReadPages.NextBell read = pages.nextBell(visit.caller(), classId);
        NextBellPage page = views.page(classId, read, visit);
        model.addAttribute("page", page);
        model.addAttribute("classId", classId);
        model.addAttribute("side", page.side());
        model.addAttribute("classes", Choosers.of(visit.viewer().orNull(), classId, true));
        visit.shell(model, "next");
        return "next-bell";
    }

    @GetMapping("/classes/{classId}/queue")
    String queue(Visit visit, @PathVariable String classId, Model model) {
        return fragment(visit, classId, null, null, model);
    }

    @GetMapping("/classes/{classId}/side")
    String side(Visit visit, @PathVariable String classId, Model model) {
        ClassGrid grid = pages.grid(visit.caller(), classId).required();
        model.addAttribute("classId", classId);
        model.addAttribute("side", views.side(classId, grid));
        return "next-bell :: side";
    }

    @PostMapping("/classes/{classId}/conferences/{id}/start")
    String start(Visit visit, @PathVariable String classId, @PathVariable String id, Model model) {
        return act(visit, classId, id, "announce.started", model, () -> conferences.start(visit.caller(), id));
    }

    @PostMapping("/classes/{classId}/conferences/{id}/done")
    String done(
            Visit visit,
            @PathVariable String classId,
            @PathVariable String id,
            @RequestParam ConferenceQueue.Outcome outcome,
            @RequestParam String nextStep,
            @RequestParam(defaultValue = "true") boolean started,
            Model model) {
        return act(visit, classId, id, "announce.done", model, () -> {
            if (!started) {
                conferences.start(visit.caller(), id);
            }
            conferences.done(visit.caller(), id, outcome, nextStep);
        });
    }

    @PostMapping("/classes/{classId}/conferences/{id}/snooze")
    String snooze(
            Visit visit,
            @PathVariable String classId,
            @PathVariable String id,
            @RequestParam int meetings,
            Model model) {
        return act(
                visit, classId, id, "announce.snoozed", model, () -> conferences.snooze(visit.caller(), id, meetings));
    }

    @PostMapping("/classes/{classId}/conferences/{id}/not-needed")
    String notNeeded(
            Visit visit,
            @PathVariable String classId,
            @PathVariable String id,
            @RequestParam String reason,
            Model model) {
        return act(
                visit,
                classId,
                id,
                "announce.notNeeded",
                model,
                () -> conferences.notNeeded(visit.caller(), id, reason));
    }

    private String act(Visit visit, String classId, String id, String announcement, Model model, Runnable command) {
        String notice = null;
        try {
            command.run();
            model.addAttribute("announcement", words.say(announcement));
        } catch (Refusal refusal) {
            if (refusal.reason() == Refusal.Reason.SIGNED_OUT) {
                throw refusal;
            }
            notice = words.say("error." + PageErrors.kind(refusal.reason()) + ".action", refusal.detail());
        }
        if (!visit.fragment()) {
            return "redirect:" + Links.nextBell(classId);
        }
        return fragment(visit, classId, notice, id, model);
    }

    private String fragment(Visit visit, String classId, @Nullable String notice, @Nullable String focus, Model model) {
        ReadPages.NextBell read = pages.nextBell(visit.caller(), classId);
        ConferenceQueue queue = read.queue().required();
        model.addAttribute("queue", views.queue(classId, queue, read.grid().orNull(), notice, focus));
        return "next-bell :: queue";
    }
}
