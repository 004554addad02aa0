package io.pacelight.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One day of one student in one class, or in all where {@code classId} is missing; the latest by sequence holds. Without minutes an absence is the whole meeting. */
public record AttendanceRecorded(
        String district,
        String student,
        LocalDate date,
        @Nullable String classId,
        AttendanceStatus status,
        @Nullable Integer minutesMissed)
        implements StudentEvent {
    public static final String TYPE = "io.pacelight.attendance-recorded.v1";
}
