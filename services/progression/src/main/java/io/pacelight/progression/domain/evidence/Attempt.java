package io.pacelight.progression.domain.evidence;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row of work as it was recorded; several may form one piece of {@link Evidence}.
 *
 * @param revision 0 as first recorded; a correction or a void has a higher one and replaces the rows below it
 * @param voided whether this revision takes the attempt back
 * @param form the task or test, absent where unknown
 * @param assessedAt when the student showed it, absent where unknown
 * @param ordinal the row's number within its batch
 */
public record Attempt(
        String id,
        long revision,
        boolean voided,
        Kind kind,
        @Nullable String form,
        @Nullable String format,
        @Nullable String context,
        boolean assisted,
        Score score,
        @Nullable Instant assessedAt,
        Instant recordedAt,
        long ordinal) {

    /** Evidence order: (assessedAt, recordedAt, ordinal, id), a missing date first. */
    public static final Comparator<Attempt> ORDER = Comparator.comparing(
                    Attempt::assessedAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .thenComparing(Attempt::recordedAt)
            .thenComparingLong(Attempt::ordinal)
            .thenComparing(Attempt::id);

    public Attempt {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(score, "score");
        Objects.requireNonNull(recordedAt, "recordedAt");
    }

    /** The revision that takes an attempt back, whatever was in it. */
    public static Attempt takenBack(String id, long revision, Instant recordedAt) {
        return new Attempt(
                id,
                revision,
                true,
                Kind.FORMATIVE,
                null,
                null,
                null,
                false,
                new Score.Rubric(Level.ZERO),
                null,
                recordedAt,
                0);
    }

    /** Whether this revision replaces the other one of the same attempt; of equal revisions a void does. */
    boolean supersedes(Attempt other) {
        return revision > other.revision || (revision == other.revision && voided && !other.voided);
    }
}
