package io.pacelight.intervention.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a student stands on one competency, as progression last told it.
 *
 * @param sequence orders what progression tells of this competency
 * @param movedAt the latest movement ever told, a change of status or level or a counting demonstration
 */
public record Standing(
        long sequence,
        Status status,
        boolean mastered,
        @Nullable Instant masteredAt,
        int attempts,
        boolean wheelSpinning,
        @Nullable Instant lastAttemptAt,
        @Nullable Instant movedAt) {

    /** The steps of the mastery cycle. */
    public enum Status {
        LOCKED,
        READY,
        LEARNING,
        CORRECTIVE,
        RETAKE_READY,
        MASTERED,
        ENRICHMENT;

        boolean isBeingWorkedOn() {
            return this == LEARNING || this == CORRECTIVE || this == RETAKE_READY;
        }
    }

    /** What is known after both were told, in whichever order: the later one, and the latest movement of either. */
    Standing merge(Standing other) {
        Standing later = other.sequence > sequence ? other : this;
        return new Standing(
                later.sequence,
                later.status,
                later.mastered,
                later.masteredAt,
                later.attempts,
                later.wheelSpinning,
                later.lastAttemptAt,
                latest(movedAt, other.movedAt));
    }

    static @Nullable Instant latest(@Nullable Instant a, @Nullable Instant b) {
        if (a == null) return b;
        return b == null || b.isBefore(a) ? a : b;
    }
}
