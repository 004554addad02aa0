package io.pacelight.events;

/** Whether a student was there; EXCLUDED time is nobody's clock. */
public enum AttendanceStatus {
    PRESENT,
    ABSENT,
    EXCLUDED
}
