package io.pacelight.reporting.application;

import io.pacelight.reporting.domain.rollup.RollUp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;

/**
 * A total as it was last computed.
 *
 * @param counted for which day and by which calendar
 * @param at when it was computed, in school time
 */
public record StoredRollUp(RollUp total, Counted counted, Instant at) {
    /** A total that was never computed. */
    public static final StoredRollUp NONE =
            new StoredRollUp(RollUp.EMPTY, new Counted(LocalDate.EPOCH, Counted.UNKNOWN), Instant.EPOCH);

    /**
     * What a total depends on beside the students.
     *
     * @param day for which it counts who belongs where
     * @param calendar edition of the rules and checksum of the school's zone and days
     */
    public record Counted(LocalDate day, long calendar) {
        /** By no calendar, or not by one and the same. */
        public static final long UNKNOWN = 0;

        /** What a sum of some totals says of itself: the earliest of their days, and the calendar that all were counted by. */
        static Counted of(Collection<Counted> parts) {
            LocalDate day = parts.stream()
                    .map(Counted::day)
                    .min(Comparator.naturalOrder())
                    .orElse(LocalDate.EPOCH);
            long[] calendars =
                    parts.stream().mapToLong(Counted::calendar).distinct().toArray();
            return new Counted(day, calendars.length == 1 ? calendars[0] : UNKNOWN);
        }
    }
}
