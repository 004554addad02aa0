package io.pacelight.dashboard.adapter.in.web;

import io.pacelight.dashboard.application.Attempts;
import io.pacelight.dashboard.application.ReadPages;
import io.pacelight.dashboard.application.Refusal;
import io.pacelight.dashboard.domain.StudentRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Recording an attempt from the drawer. The level follows when the services have judged it; the live stream brings it. */
@Controller
class AttemptController {

    private final Attempts attempts;
    private final ReadPages pages;
    private final EvidencePages evidences;
    private final Words words;

    AttemptController(Attempts attempts, ReadPages pages, EvidencePages evidences, Words words) {
        this.attempts = attempts;
        this.pages = pages;
        this.evidences = evidences;
        this.words = words;
    }

    /** The form of the drawer; empty text fields mean “not given”. */
    record AttemptForm(
            String student,
            String code,
            StudentRecord.Kind kind,
            @Nullable Double level,
            @Nullable String context,
            @Nullable String formId,
            @Nullable Boolean assisted,
            @Nullable String nextStep,
            String key) {}

    @PostMapping("/classes/{classId}/attempts")
    String record(Visit visit, @PathVariable String classId, @ModelAttribute("form") AttemptForm form, Model model) {
        String notice = null;
        try {
            attempts.record(visit.caller(), attempt(form), form.key());
            model.addAttribute("announcement", words.say("announce.recorded"));
        } catch (Refusal refusal) {
            if (refusal.reason() == Refusal.Reason.SIGNED_OUT) {
                throw refusal;
            }
            notice = words.say("error." + PageErrors.kind(refusal.reason()) + ".action", refusal.detail());
        }
        if (!visit.fragment()) {
            return "redirect:" + Links.cell(classId, form.student(), form.code());
        }
        model.addAttribute(
                "evidence",
                evidences.page(
                        classId,
                        form.student(),
                        form.code(),
                        pages.evidence(visit.caller(), classId, form.student(), form.code())));
        model.addAttribute("notice", notice);
        model.addAttribute("recorded", notice == null);
        return "evidence :: drawer";
    }

    private Attempts.NewAttempt attempt(AttemptForm form) {
        if (form.level() == null) {
            throw new Refusal(Refusal.Reason.INVALID, "assessment", words.say("record.levelMissing"));
        }
        String nextStep = given(form.nextStep());
        return new Attempts.NewAttempt(
                form.student(),
                form.code(),
                form.kind(),
                form.level(),
                given(form.formId()),
                given(form.context()),
                Boolean.TRUE.equals(form.assisted()),
                nextStep == null ? null : new Attempts.Feedback(null, null, nextStep));
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
