package io.pacelight.progression.domain.mastery;

import io.pacelight.progression.domain.evidence.Evidence;
import io.pacelight.progression.domain.evidence.Level;
import java.util.List;

/**
 * Whether the attempts lead anywhere, whatever the policy: three in a row at mastery within the first ten, or wheel-spinning
 * (after Beck and Gong, 2013). Every piece of evidence is an attempt; assisted ones neither make nor break a row.
 */
public enum Struggle {
    /** Three in a row, completed by the 10th attempt. */
    MASTERED,
    /** At least ten attempts, and no three in a row by the 10th, whatever came later. */
    WHEEL_SPINNING,
    /** Fewer than ten attempts and never three in a row: too early to tell. */
    INDETERMINATE;

    private static final int ATTEMPTS = 10;
    private static final int ROW = 3;

    public static Struggle of(List<Evidence> evidence, Level mastery) {
        int row = 0;
        for (Evidence attempt : evidence.subList(0, Math.min(ATTEMPTS, evidence.size()))) {
            if (attempt.assisted()) {
                continue;
            }
            row = attempt.level().reaches(mastery) ? row + 1 : 0;
            if (row == ROW) {
                return MASTERED;
            }
        }
        return evidence.size() < ATTEMPTS ? INDETERMINATE : WHEEL_SPINNING;
    }
}
