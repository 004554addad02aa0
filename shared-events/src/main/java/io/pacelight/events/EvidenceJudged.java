package io.pacelight.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole current judgement of one student on one competency. {@code level} is the policy's value, {@code shown} stays below mastery until the policy is met, {@code recent} holds the last ten levels, oldest first, {@code readyForNext} says that a prerequisite on it is met. */
public record EvidenceJudged(
        String district,
        String student,
        String competency,
        CompetencyStatus status,
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
        @Nullable Instant movedAt,
        boolean readyForNext,
        String policy,
        long policyVersion)
        implements StudentEvent {
    public static final String TYPE = "io.pacelight.evidence-judged.v1";

    public EvidenceJudged {
        recent = List.copyOf(recent);
    }
}
