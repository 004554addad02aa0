package io.pacelight.intervention.domain;

import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** What a student's progress clears: the target that is mastered, and a stall or a promise once the student has moved. */
final class Progress {
    private final Journal journal;
    private final ClassBook book;

    Progress(Journal journal, ClassBook book) {
        this.journal = journal;
        this.book = book;
    }

    /** Clears what the standing that was just told clears; of two that are told, the earlier one holds. */
    void told(String competency, Standing told) {
        for (Reason reason : new ArrayList<>(journal.state().reasons())) {
            Instant at = clearedAt(reason, competency, told);
            if (at == null) continue;
            boolean wasOpen = reason.isOpen();
            journal.clear(reason, Reason.How.PROGRESS, at);
            if (wasOpen && reason.isStall()) journal.askForReview();
        }
    }

    /** Clears what the student's standings clear as they are now, for those that were only remembered. */
    void catchUp() {
        for (Reason reason : new ArrayList<>(journal.state().reasons())) {
            if (!reason.isOpen()) continue;
            Instant earliest = null;
            for (var standing : journal.state().standings().entrySet()) {
                Instant at = clearedAt(reason, standing.getKey(), standing.getValue());
                if (at != null && (earliest == null || at.isBefore(earliest))) earliest = at;
            }
            if (earliest != null) journal.clear(reason, Reason.How.PROGRESS, earliest);
        }
    }

    /** When a standing cleared the reason; null if it did not. */
    private @Nullable Instant clearedAt(Reason reason, String competency, Standing standing) {
        if (reason.isPacing()) {
            if (!competency.equals(reason.competency()) || !standing.mastered()) return null;
            return standing.masteredAt() == null ? reason.struckAt() : standing.masteredAt();
        }
        Instant moved = standing.movedAt();
        if (reason.isPromise()) moved = Standing.latest(moved, standing.lastAttemptAt());
        if (moved == null || !moved.isAfter(reason.since())) return null;
        ClassFacts facts = book.find(reason.classId());
        return facts != null && facts.competencies().contains(competency) ? moved : null;
    }
}
