package io.pacelight.progression.domain.mastery;

import io.pacelight.progression.domain.evidence.Evidence;
import io.pacelight.progression.domain.evidence.Kind;
import io.pacelight.progression.domain.evidence.Level;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way through the cycle as far as evidence tells, in one pass.
 *
 * @param movedAt when the status last changed, a level that guides last rose, or a demonstration was last given; absent
 *     without evidence
 */
record Cycle(Status status, @Nullable Instant movedAt) {

    @SuppressWarnings("ReferenceEquality") // that very piece
    static Cycle of(List<Evidence> evidence, @Nullable Evidence mastering, Level mastery) {
        Status status = Status.READY;
        Instant movedAt = null;
        Level highest = Level.ZERO;
        boolean mastered = false;
        boolean retakeOwed = false;
        for (Evidence piece : evidence) {
            Status next;
            if (piece == mastering) {
                mastered = true;
                next = Status.MASTERED;
            } else if (mastered) {
                next = goesDeeper(piece, mastery) ? Status.ENRICHMENT : status;
            } else {
                next = whileLearning(status, piece, mastery, retakeOwed);
            }
            boolean rose = !piece.assisted() && piece.level().compareTo(highest) > 0;
            highest = rose ? piece.level() : highest;
            retakeOwed = piece.isDemonstration() ? !piece.level().reaches(mastery) : retakeOwed;
            if (next != status || rose || piece.isDemonstration()) {
                movedAt = movedAt == null || piece.at().isAfter(movedAt) ? piece.at() : movedAt;
            }
            status = next;
        }
        return new Cycle(status, movedAt);
    }

    private static Status whileLearning(Status status, Evidence piece, Level mastery, boolean retakeOwed) {
        if (piece.kind() == Kind.DIAGNOSTIC) {
            return status == Status.READY ? Status.LEARNING : status;
        }
        if (!piece.level().reaches(mastery)) {
            return Status.CORRECTIVE;
        }
        return retakeOwed && piece.kind() == Kind.FORMATIVE && !piece.assisted()
                ? Status.RETAKE_READY
                : Status.LEARNING;
    }

    private static boolean goesDeeper(Evidence piece, Level mastery) {
        return !piece.assisted() && piece.level().rounded().compareTo(mastery) > 0;
    }
}
