package io.pacelight.intervention.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long a student may be without movement in a class: whichever of the limits that are set comes first. */
public record StallRule(
        @Nullable Duration classTime,
        @Nullable Integer meetings,
        @Nullable Integer schoolDays) {
    /** 24 hours of class time or 5 attended meetings. */
    public static final StallRule DEFAULT = new StallRule(Duration.ofHours(24), 5, null);

    /** When a clock that started at {@code since} strikes; null where the class ends first. */
    public @Nullable Instant dueAt(ClassTime time, Instant since) {
        Instant due = null;
        if (classTime != null) due = earlier(due, time.plus(since, classTime));
        if (meetings != null) due = earlier(due, time.endOfMeetingAfter(since, meetings));
        if (schoolDays != null) due = earlier(due, time.endOfDayAfter(since, schoolDays));
        return due;
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        if (a == null) return b;
        return b == null || a.isBefore(b) ? a : b;
    }
}
