package io.pacelight.simulator.learning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One piece of evidence as a school's tools would send it: points out of {@code maxScore}, or a {@code level} from 1 to 4, never both. */
public record Attempt(
        String attemptId,
        String studentSourcedId,
        String competencyCode,
        Kind kind,
        @Nullable Integer score,
        @Nullable Integer maxScore,
        @Nullable Integer level,
        Instant assessedAt,
        String formId,
        String format,
        String context,
        boolean assisted,
        String recordedBy,
        String classSourcedId) {
    /** What the evidence is for. */
    public enum Kind {
        DIAGNOSTIC,
        FORMATIVE,
        SUMMATIVE
    }

    /** The level from 1 to 4, points being mapped by the usual cuts of 60, 80 and 95 percent. */
    public int proficiency() {
        if (level != null) return level;
        if (score == null || maxScore == null)
            throw new IllegalStateException(attemptId + " has neither level nor points");
        int percent = score * 100 / maxScore;
        return percent < 60 ? 1 : percent < 80 ? 2 : percent < 95 ? 3 : 4;
    }
}
