package io.pacelight.events;

/** Where a conference task is in its life. */
public enum ConferenceState {
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

    /** Whether a conference in this state still waits for somebody. */
    public boolean isOpen() {
        return this == OPEN || this == STARTED || this == SNOOZED;
    }
}
