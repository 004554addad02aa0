package io.pacelight.events;

import java.time.Instant;

/** No movement for the class time that the 24-hour rule allows. */
public record StudentStalled(
        String district,
        String student,
        String classId,
        ConferenceCause cause,
        Instant since,
        Instant dueAt,
        int episode,
        String reason)
        implements StudentEvent {
    public static final String TYPE = "io.pacelight.student-stalled.v1";
}
