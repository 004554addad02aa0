package io.pacelight.progression.domain.evidence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence: a sitting, made of one attempt or of the rows of one form at one instant.
 *
 * @param id the id of its first attempt
 * @param assisted whether any of its rows was assisted
 * @param level exact, not rounded
 * @param formSeenBefore whether earlier evidence of this student on this competency used the same form
 * @param attempts the ids of its rows, in order
 */
public record Evidence(
        String id,
        Kind kind,
        @Nullable String form,
        @Nullable String format,
        @Nullable String context,
        boolean assisted,
        Level level,
        @Nullable Instant assessedAt,
        Instant recordedAt,
        boolean formSeenBefore,
        List<String> attempts) {

    public Evidence {
        attempts = List.copyOf(attempts);
    }

    /** Whether this counts towards mastery: summative and independent. */
    public boolean isDemonstration() {
        return kind == Kind.SUMMATIVE && !assisted;
    }

    /** Whether this is a diagnostic that credits the competency. */
    public boolean testsOut(Level mastery) {
        return kind == Kind.DIAGNOSTIC && !assisted && level.reaches(mastery);
    }

    /** When it was shown, or, where that is unknown, when it was recorded. */
    public Instant at() {
        return assessedAt == null ? recordedAt : assessedAt;
    }
}
