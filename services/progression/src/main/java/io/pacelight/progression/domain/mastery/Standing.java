package io.pacelight.progression.domain.mastery;

import io.pacelight.progression.domain.evidence.Level;
import io.pacelight.progression.domain.evidence.State;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a student stands on a competency: a function of the evidence and the rules alone.
 *
 * @param policy name of the policy
 * @param policyVersion of its setting
 * @param value the policy's own number, absent where it has none
 * @param level what the evidence comes to, two decimals
 * @param shown the level people see: below mastery until the policy is met, at least mastery from then on
 * @param masteredBy the evidence that completed mastery, absent without mastery
 * @param masteredAt when that was shown
 * @param have how far a policy that counts has come, of {@code need}
 * @param need how many it needs; 0 where it doesn't count
 * @param meetsPrerequisite mastered, or one independent formative at mastery: enough to go on to what builds on it
 * @param attempts how many pieces of evidence there are
 * @param lastAttemptAt when the last of them was shown
 * @param movedAt when anything last moved: status, level, or a demonstration given
 * @param recent the levels of the newest ten, oldest first
 */
public record Standing(
        String policy,
        long policyVersion,
        @Nullable BigDecimal value,
        Level level,
        Level shown,
        State state,
        Status status,
        @Nullable String masteredBy,
        @Nullable Instant masteredAt,
        int have,
        int need,
        boolean meetsPrerequisite,
        Struggle struggle,
        int attempts,
        @Nullable Instant lastAttemptAt,
        @Nullable Instant movedAt,
        List<Level> recent) {

    public Standing {
        recent = List.copyOf(recent);
    }

    public boolean mastered() {
        return masteredBy != null;
    }

    /** "1 of 2" while a policy that counts is on its way. */
    public @Nullable String progress() {
        return mastered() || need < 2 || have == 0 ? null : have + " of " + need;
    }
}
