package io.pacelight.reporting.domain.rollup;

import org.jspecify.annotations.Nullable;

/** Conferences of one week: begun in it, of these begun by the school day after they became due, and completed in it. */
public record WeekTally(int started, int startedWithinDay, int done) {
    public static final WeekTally NONE = new WeekTally(0, 0, 0);

    public WeekTally plus(WeekTally other) {
        return new WeekTally(started + other.started, startedWithinDay + other.startedWithinDay, done + other.done);
    }

    WeekTally minus(WeekTally other) {
        return new WeekTally(started - other.started, startedWithinDay - other.startedWithinDay, done - other.done);
    }

    /** The share begun within a school day; none where none was begun. */
    public @Nullable Double withinDayShare() {
        return started == 0 ? null : (double) startedWithinDay / started;
    }
}
