package io.pacelight.dashboard.domain;

/** Why a conference was called; the order of the queue is the intervention service’s. */
public enum Cause {
    PACING,
    IDLE,
    STRUGGLING,
    WHEEL_SPINNING,
    HELP,
    BROKEN_PROMISE
}
