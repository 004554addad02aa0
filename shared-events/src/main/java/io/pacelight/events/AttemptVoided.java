package io.pacelight.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An attempt that no longer counts; what it decided is decided anew from the rest. */
public record AttemptVoided(
        String district,
        String attempt,
        String student,
        String competency,
        Instant recordedAt,
        @Nullable String reason,
        @Nullable String recordedBy)
        implements StudentEvent {
    public static final String TYPE = "io.pacelight.attempt-voided.v1";
}
