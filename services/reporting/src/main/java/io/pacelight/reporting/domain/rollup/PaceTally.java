package io.pacelight.reporting.domain.rollup;

import io.pacelight.reporting.domain.Pace;
import org.jspecify.annotations.Nullable;

/** Students by their most pressing light; {@code students} counts those without a running target as well. */
public record PaceTally(int students, int onPace, int watch, int missed) {
    public static final PaceTally NONE = new PaceTally(0, 0, 0, 0);

    /** One student. */
    public static PaceTally of(Pace pace) {
        return new PaceTally(1, pace == Pace.ON_PACE ? 1 : 0, pace == Pace.WATCH ? 1 : 0, pace == Pace.MISSED ? 1 : 0);
    }

    public PaceTally plus(PaceTally other) {
        return new PaceTally(
                students + other.students, onPace + other.onPace, watch + other.watch, missed + other.missed);
    }

    PaceTally minus(PaceTally other) {
        return new PaceTally(
                students - other.students, onPace - other.onPace, watch - other.watch, missed - other.missed);
    }

    /** Those with a running target. */
    public int paced() {
        return onPace + watch + missed;
    }

    /** The share on pace of those with a running target; none where there is none. */
    public @Nullable Double share() {
        return paced() == 0 ? null : (double) onPace / paced();
    }
}
