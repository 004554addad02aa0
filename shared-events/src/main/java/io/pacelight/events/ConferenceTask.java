package io.pacelight.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A three-minute conference that is due, with everything that is known of it; its id is that of its first reason. */
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
        int tier) {
    public ConferenceTask {
        reasons = List.copyOf(reasons);
    }
}
