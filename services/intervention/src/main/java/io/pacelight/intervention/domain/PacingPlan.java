package io.pacelight.intervention.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The competencies of a class in order, each with the class time it should take or the date it should be mastered by. */
public record PacingPlan(List<Target> targets) {
    /** Share of a target's class time after which its light turns to watch, in percent. */
    public static final int WATCH_PERCENT = 75;

    /** Exactly one of {@code minutes} (of class, one target after the other) and {@code date} (until its last meeting). */
    public record Target(
            String competency,
            @Nullable Integer minutes,
            @Nullable LocalDate date) {}

    /** When the light of one student's target turns to watch and when the target is missed. */
    public record Window(String competency, Instant watchAt, Instant targetAt) {}

    public static final PacingPlan NONE = new PacingPlan(List.of());

    public PacingPlan {
        targets = List.copyOf(targets);
    }

    /**
     * The windows for a student whose clock started at {@code start}. Targets that the meetings do not reach have none,
     * nor has a date that was over before the student came.
     */
    public List<Window> windows(ClassTime time, Instant start) {
        List<Window> windows = new ArrayList<>(targets.size());
        Instant from = start;
        for (Target target : targets) {
            Instant end =
                    target.date() != null ? lastMeeting(time, target.date()) : after(time, from, target.minutes());
            if (end == null) {
                if (target.date() == null) break;
                continue;
            }
            if (!end.isAfter(start)) continue;
            Duration span = time.between(from, end);
            Instant watch = time.plus(from, span.multipliedBy(WATCH_PERCENT).dividedBy(100));
            windows.add(new Window(target.competency(), watch == null || watch.isAfter(end) ? end : watch, end));
            if (end.isAfter(from)) from = end;
        }
        return windows;
    }

    private static @Nullable Instant lastMeeting(ClassTime time, LocalDate date) {
        return time.lastEndUntil(date);
    }

    private static @Nullable Instant after(ClassTime time, Instant from, @Nullable Integer minutes) {
        return minutes == null ? null : time.plus(from, Duration.ofMinutes(minutes));
    }
}
