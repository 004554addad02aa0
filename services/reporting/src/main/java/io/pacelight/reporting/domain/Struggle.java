package io.pacelight.reporting.domain;

/** Whether the attempts on a competency are getting anywhere. */
public enum Struggle {
    MASTERED,
    WHEEL_SPINNING,
    INDETERMINATE
}
