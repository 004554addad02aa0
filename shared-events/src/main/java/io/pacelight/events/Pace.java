package io.pacelight.events;

/** The state of a check-engine light. */
public enum Pace {
    NONE,
    ON_PACE,
    WATCH,
    MISSED
}
