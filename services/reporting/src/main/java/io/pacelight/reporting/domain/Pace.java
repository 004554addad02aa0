package io.pacelight.reporting.domain;

/** A check-engine light, the calm ones first; NONE where no target is running. */
public enum Pace {
    NONE,
    ON_PACE,
    WATCH,
    MISSED;

    /** The more pressing of the two. */
    public Pace worse(Pace other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
