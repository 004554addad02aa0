package io.pacelight.events;

/** Why a conference is due, most pressing first. */
public enum ConferenceCause {
    BROKEN_PROMISE,
    HELP,
    WHEEL_SPINNING,
    STRUGGLING,
    IDLE,
    PACING
}
