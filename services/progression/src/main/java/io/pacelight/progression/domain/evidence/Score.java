package io.pacelight.progression.domain.evidence;

import java.math.BigDecimal;

/** How an attempt was scored. */
public sealed interface Score {

    /** A level of the district's scale, given directly by a rubric. */
    record Rubric(Level level) implements Score {}

    /** Points out of a maximum; cut scores make a level of them. More than the maximum is extra credit. */
    record Points(BigDecimal score, BigDecimal max) implements Score {
        public Points {
            if (score.signum() < 0) {
                throw new IllegalArgumentException("A score is not negative, but this one is " + score.toPlainString());
            }
            if (max.signum() <= 0) {
                throw new IllegalArgumentException(
                        "The maximum of a score is more than 0, but this one is " + max.toPlainString());
            }
        }

        public Points plus(Points other) {
            return new Points(score.add(other.score), max.add(other.max));
        }
    }

    /** A level of another scale with the given top; converted by proportion (2 of 5 on a 4-point scale is 1.6). */
    record OnScaleTo(BigDecimal level, BigDecimal top) implements Score {
        public OnScaleTo {
            if (top.signum() <= 0 || level.signum() < 0 || level.compareTo(top) > 0) {
                throw new IllegalArgumentException("A score on another scale lies between 0 and that scale's top, but "
                        + level.toPlainString() + " of " + top.toPlainString() + " does not");
            }
        }
    }
}
