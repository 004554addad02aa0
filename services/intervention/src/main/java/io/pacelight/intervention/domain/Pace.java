package io.pacelight.intervention.domain;

/** The state of a check-engine light; NONE takes it away. */
public enum Pace {
    NONE,
    ON_PACE,
    WATCH,
    MISSED
}
