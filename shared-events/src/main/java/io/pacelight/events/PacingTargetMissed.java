package io.pacelight.events;

import java.time.Instant;

/** A pacing target ended unmastered: once per student, target and episode. */
public record PacingTargetMissed(
        String district,
        String student,
        String classId,
        String competency,
        String target,
        int episode,
        Instant dueAt,
        String reason)
        implements StudentEvent {
    public static final String TYPE = "io.pacelight.pacing-target-missed.v1";
}
