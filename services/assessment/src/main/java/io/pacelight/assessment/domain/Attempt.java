package io.pacelight.assessment.domain;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence that may be recorded: either a level of the scale or points of a maximum.
 *
 * @param id unique in the district; the same id with the same content is the same attempt
 * @param student the issued key
 * @param competency a code of the district's own map
 * @param ordinal order among attempts recorded at one instant: the row of a batch
 */
public record Attempt(
        String district,
        String id,
        String student,
        String competency,
        AttemptKind kind,
        @Nullable BigDecimal level,
        @Nullable BigDecimal score,
        @Nullable BigDecimal maxScore,
        @Nullable Instant assessedAt,
        Instant recordedAt,
        long ordinal,
        @Nullable String form,
        @Nullable String format,
        @Nullable String context,
        boolean assisted,
        @Nullable String recordedBy,
        @Nullable AttemptFeedback feedback,
        @Nullable String reflection) {

    /** Whether two recordings say the same, whenever and by whom they were made. */
    public boolean saysTheSameAs(Attempt other) {
        return content(this).equals(content(other));
    }

    private static Attempt content(Attempt a) {
        return new Attempt(
                a.district,
                a.id,
                a.student,
                a.competency,
                a.kind,
                plain(a.level),
                plain(a.score),
                plain(a.maxScore),
                a.assessedAt,
                Instant.EPOCH,
                0,
                a.form,
                a.format,
                a.context,
                a.assisted,
                null,
                a.feedback,
                a.reflection);
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros();
    }
}
