package io.pacelight.intervention.domain;

/** Why a conference is due, most pressing first. */
public enum Cause {
    BROKEN_PROMISE,
    HELP,
    WHEEL_SPINNING,
    STRUGGLING,
    IDLE,
    PACING
}
