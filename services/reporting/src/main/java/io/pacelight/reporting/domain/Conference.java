package io.pacelight.reporting.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The last known state of one conference. */
public record Conference(
        String id,
        String classId,
        ConferenceStatus status,
        Cause cause,
        Instant openedAt,
        @Nullable Instant startedAt,
        @Nullable Instant closedAt,
        @Nullable String outcome,
        @Nullable String nextStep,
        @Nullable LocalDate nextStepOn,
        long sequence) {

    public boolean isOpen() {
        return status.isOpen();
    }

    /** When it ended; a closed conference that does not say so ended when it was opened. */
    Instant endedAt() {
        return closedAt == null ? openedAt : closedAt;
    }
}
