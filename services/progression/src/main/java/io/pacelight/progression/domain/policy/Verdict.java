package io.pacelight.progression.domain.policy;

import io.pacelight.progression.domain.evidence.Level;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says of the demonstrations, oldest to newest.
 *
 * @param value the policy's own number, two decimals: a level, or the share of {@code m-of-n}; absent where it has none
 * @param level the level this comes to: the value, or the newest score where there is none; absent without demonstrations
 * @param firstMet how many of the oldest demonstrations first satisfied the policy; 0 if no prefix does
 * @param metSince how many of the oldest first satisfied it so that all longer prefixes do as well; 0 if all together don't
 * @param have how far a policy that counts has come, of {@code need}
 * @param need how many it needs; 0 where it doesn't count
 */
public record Verdict(
        @Nullable BigDecimal value, @Nullable Level level, int firstMet, int metSince, int have, int need) {

    Verdict(@Nullable BigDecimal value, @Nullable Level level, Crossings crossings, int have, int need) {
        this(value, level, crossings.firstMet(), crossings.metSince(), have, need);
    }

    static Verdict withoutDemonstrations(int need) {
        return new Verdict(null, null, 0, 0, 0, need);
    }

    /** How many of the oldest demonstrations made the mastery that stands; 0 if none does. */
    public int masteredBy(boolean lapsing) {
        return lapsing ? metSince : firstMet;
    }

    /** Whether mastery stands: met by some prefix, or, where later work can take it back, by all. */
    public boolean stands(boolean lapsing) {
        return masteredBy(lapsing) > 0;
    }
}
