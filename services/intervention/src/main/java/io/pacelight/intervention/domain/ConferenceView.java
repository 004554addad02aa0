package io.pacelight.intervention.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One conference with what its state says about it: cause, tier, competencies, time stuck and why it is due now. */
public record ConferenceView(
        Conference conference,
        List<Reason> reasons,
        Cause cause,
        int tier,
        Set<String> competencies,
        Duration stuck,
        int waited,
        String whyNow,
        String prefilledNextStep) {

    /** Episodes from which a small group, and an intensive plan, take the place of a conference alone. */
    private static final int SMALL_GROUP_FROM = 2;

    private static final int INTENSIVE_PLAN_FROM = 4;

    public ConferenceView {
        reasons = List.copyOf(reasons);
    }

    public static ConferenceView of(
            StudentWatch watch, Conference conference, @Nullable ClassFacts facts, Instant now) {
        List<Reason> reasons = watch.reasonsOf(conference.id());
        List<Reason> open = new ArrayList<>(reasons);
        open.removeIf(reason -> !reason.isOpen());
        if (open.isEmpty()) open = reasons;
        Set<String> competencies = new LinkedHashSet<>();
        for (Reason reason : open) if (reason.competency() != null) competencies.add(reason.competency());
        Reason first = pressing(open);
        Cause cause = first == null ? Cause.PACING : first.cause();
        int tier = tier(reasons);
        ClassTime time = facts == null ? null : facts.time().without(own(watch, conference.classId()));
        Duration stuck = time == null || first == null ? Duration.ZERO : time.between(first.since(), now);
        int waited = time == null
                ? 0
                : Math.max(0, time.meetingsBetween(conference.openedAt(), now) - conference.snoozedMeetings());
        String why = first == null ? "" : WhyNow.sentence(watch, first, open, time, now);
        return new ConferenceView(
                conference, reasons, cause, tier, competencies, stuck, waited, why, nextStep(cause, tier));
    }

    /** The most pressing cause of the reasons that are open, or of all where none is. */
    public static Cause cause(List<Reason> reasons) {
        List<Reason> open = new ArrayList<>(reasons);
        open.removeIf(reason -> !reason.isOpen());
        Reason first = pressing(open.isEmpty() ? reasons : open);
        return first == null ? Cause.PACING : first.cause();
    }

    /** The most pressing of the reasons, the oldest first. */
    static @Nullable Reason pressing(List<Reason> reasons) {
        Reason first = null;
        for (Reason reason : reasons) if (first == null || reason.cause().compareTo(first.cause()) < 0) first = reason;
        return first;
    }

    /** 1 is a conference, 2 a small group, 3 an intensive plan: repeated episodes raise it. */
    public static int tier(List<Reason> reasons) {
        int episode = 0;
        for (Reason reason : reasons) episode = Math.max(episode, reason.episode());
        if (episode >= INTENSIVE_PLAN_FROM) return 3;
        return episode >= SMALL_GROUP_FROM ? 2 : 1;
    }

    private static List<Absence> own(StudentWatch watch, String classId) {
        List<Absence> absences = watch.absences();
        absences.removeIf(absence -> !absence.concerns(classId));
        return absences;
    }

    private static String nextStep(Cause cause, int tier) {
        if (tier == 3) return "Agree on an intensive plan with the coach";
        if (tier == 2) return "Join a small group on this in the next meeting";
        return switch (cause) {
            case BROKEN_PROMISE -> "Do the promised step together now";
            case HELP -> "Work one example together, then one alone";
            case WHEEL_SPINNING -> "Learn it in a way not tried yet, then one more attempt";
            case STRUGGLING -> "Go over the last attempt together, then one more";
            case IDLE -> "Start the next attempt before the end of this meeting";
            case PACING -> "Agree on a day for the next demonstration";
        };
    }
}
