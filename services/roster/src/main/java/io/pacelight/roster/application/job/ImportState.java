package io.pacelight.roster.application.job;

/** Where an import stands. */
public enum ImportState {
    QUEUED,
    CHECKING,
    WAITING_FOR_CONFIRMATION,
    APPLYING,
    DONE,
    REFUSED,
    CANCELLED,
    FAILED;

    /** Whether a worker has something to do for it. */
    public boolean isOpen() {
        return this == QUEUED || this == CHECKING || this == APPLYING;
    }
}
