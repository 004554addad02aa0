package io.pacelight.events;

import java.time.Instant;

/** The student moved again. */
public record StallCleared(String district, String student, String classId, int episode, Instant at)
        implements StudentEvent {
    public static final String TYPE = "io.pacelight.stall-cleared.v1";
}
