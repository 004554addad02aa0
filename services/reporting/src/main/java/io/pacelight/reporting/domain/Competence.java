package io.pacelight.reporting.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last judgement of one student on one competency; {@code recent} holds the last ten levels, oldest first. */
public record Competence(
        BigDecimal level,
        BigDecimal shown,
        boolean mastered,
        @Nullable Instant masteredAt,
        int attempts,
        int chancesHad,
        int chancesNeeded,
        List<BigDecimal> recent,
        Struggle struggle,
        @Nullable Instant lastAttemptAt,
        boolean readyForNext,
        long sequence) {
    public Competence {
        recent = List.copyOf(recent);
    }

    /** How far the policy is met, such as "1 of 2"; none once mastered or where one chance decides. */
    public @Nullable String progress() {
        return mastered || chancesNeeded <= 1 ? null : chancesHad + " of " + chancesNeeded;
    }
}
