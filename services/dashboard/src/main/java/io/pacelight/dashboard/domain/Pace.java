package io.pacelight.dashboard.domain;

/** Where a student stands against the running target; NONE where no target runs. */
public enum Pace {
    ON_PACE,
    WATCH,
    MISSED,
    NONE
}
