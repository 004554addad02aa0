package io.pacelight.reporting.domain;

/** Where a conference is in its life. */
public enum ConferenceStatus {
    OPEN,
    STARTED,
    SNOOZED,
    DONE,
    NOT_NEEDED,
    RESOLVED_BY_PROGRESS,
    ESCALATED,
    MOVED,
    TERM_ENDED,
    CLOCK_MOVED;

    /** Whether it still waits for somebody. */
    public boolean isOpen() {
        return this == OPEN || this == STARTED || this == SNOOZED;
    }
}
