package io.pacelight.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A three-minute conference that is due, with everything that is known of it; its id is that of its first reason.
 * {@code snoozedMeetings} counts all meetings it was put off, {@code promiseDueAt} is when the dated next step will have
 * passed, until that is looked at.
 */
public record ConferenceTask(
        String task,
        String classId,
        ConferenceState state,
        ConferenceCause cause,
        List<ConferenceReason> reasons,
        Instant openedAt,
        @Nullable Instant startedAt,
        @Nullable String startedBy,
        @Nullable Instant closedAt,
        @Nullable String outcome,
        @Nullable String nextStep,
        @Nullable LocalDate nextStepOn,
        @Nullable String note,
        int tier,
        @Nullable Instant snoozedUntil,
        @Nullable Integer snoozedMeetings,
        @Nullable Instant promiseDueAt) {
    public ConferenceTask {
        reasons = List.copyOf(reasons);
    }
}
