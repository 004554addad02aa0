package io.pacelight.reporting.domain;

/** Why somebody should talk with the student, most pressing first. */
public enum Cause {
    BROKEN_PROMISE,
    HELP,
    WHEEL_SPINNING,
    STRUGGLING,
    IDLE,
    PACING
}
