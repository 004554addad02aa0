package io.pacelight.events;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One piece of evidence as it was recorded: a level of the scale, or points of a maximum. */
public record AttemptRecorded(
        String district,
        String attempt,
        String student,
        String competency,
        EvidenceKind kind,
        @Nullable BigDecimal level,
        @Nullable BigDecimal score,
        @Nullable BigDecimal maxScore,
        @Nullable Instant assessedAt,
        Instant recordedAt,
        long ordinal,
        @Nullable String form,
        @Nullable String format,
        @Nullable String context,
        boolean assisted,
        @Nullable String recordedBy,
        @Nullable Feedback feedback,
        @Nullable String reflection)
        implements StudentEvent {
    public static final String TYPE = "io.pacelight.attempt-recorded.v1";
}
