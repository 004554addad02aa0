package io.pacelight.progression.domain.evidence;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A place on a proficiency scale, exact to a millionth, so that sums and shares of levels are whole-number arithmetic.
 *
 * <p>People see two decimals, rounded half up once, at the end: 4.125 is 4.13. What is compared with the mastery level is
 * what people see, so that nobody reads 3.00 and "not yet".
 *
 * @param millionths the level times 1,000,000; 0 to {@value #MAX} million
 */
public record Level(long millionths) implements Comparable<Level> {
    public static final Level ZERO = new Level(0);
    private static final long MAX = 1_000;
    private static final long ONE = 1_000_000;
    private static final long HUNDREDTH = 10_000;

    public Level {
        if (millionths < 0 || millionths > MAX * ONE) {
            throw new IllegalArgumentException(
                    "A level lies between 0 and " + MAX + ", but this one is " + BigDecimal.valueOf(millionths, 6));
        }
    }

    public static Level of(int whole) {
        return new Level(whole * ONE);
    }

    public static Level of(BigDecimal decimal) {
        return new Level(
                decimal.setScale(6, RoundingMode.HALF_UP).unscaledValue().longValueExact());
    }

    public static Level of(String decimal) {
        return of(new BigDecimal(decimal));
    }

    /** The level {@code millionths / divisor}, rounded half up to two decimals, exactly. */
    public static Level halfUp(long millionths, long divisor) {
        long twice = 2 * HUNDREDTH * divisor;
        return new Level(Math.addExact(Math.multiplyExact(2L, millionths), HUNDREDTH * divisor) / twice * HUNDREDTH);
    }

    /** This level as people see it: two decimals, half up. */
    public Level rounded() {
        return halfUp(millionths, 1);
    }

    /** Whether this level, as people see it, is at or above {@code goal}. */
    public boolean reaches(Level goal) {
        return rounded().millionths >= goal.millionths;
    }

    /** Two decimals, half up. */
    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(rounded().millionths / HUNDREDTH, 2);
    }

    /** All six decimals, without trailing zeros: what {@link #of(BigDecimal)} reads back unchanged. */
    public BigDecimal exact() {
        return BigDecimal.valueOf(millionths, 6);
    }

    @Override
    public int compareTo(Level other) {
        return Long.compare(millionths, other.millionths);
    }

    @Override
    public String toString() {
        return toDecimal().toPlainString();
    }
}
