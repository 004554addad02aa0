package io.pacelight.reporting.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** One attempt as a page shows it. */
public record Evidence(
        String attempt,
        Kind kind,
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
        @Nullable Feedback feedback,
        long sequence) {
    /** What an attempt was for. */
    public enum Kind {
        DIAGNOSTIC,
        FORMATIVE,
        SUMMATIVE
    }

    /** What the assessor told the student. */
    public record Feedback(
            @Nullable String strength,
            @Nullable String gap,
            @Nullable String nextStep) {}

    /** Evidence order, oldest first: (assessedAt, recordedAt, ordinal, attempt), a missing date first. */
    public static final Comparator<Evidence> ORDER = Comparator.comparing(
                    Evidence::assessedAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .thenComparing(Evidence::recordedAt)
            .thenComparingLong(Evidence::ordinal)
            .thenComparing(Evidence::attempt);

    /** The name of the piece of evidence that this attempt is, or is a row of: one form at one instant is one sitting. */
    String piece(String competency) {
        return form == null || assessedAt == null ? attempt : competency + '\n' + form + '\n' + assessedAt;
    }
}
