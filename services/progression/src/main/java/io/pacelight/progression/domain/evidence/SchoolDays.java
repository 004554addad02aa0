package io.pacelight.progression.domain.evidence;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Predicate;

/**
 * A school's instructional days in its own zone, for counting the days between two demonstrations.
 *
 * @param open whether there is school on a date
 */
public record SchoolDays(ZoneId zone, Predicate<LocalDate> open) {

    /** Monday to Friday: where no calendar is known. */
    public static SchoolDays weekdays(ZoneId zone) {
        return new SchoolDays(
                zone, date -> date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY);
    }

    /** Whether {@code later} is at least {@code days} school days after {@code earlier}; Friday to Monday is one. */
    public boolean apart(Instant earlier, Instant later, int days) {
        LocalDate date = LocalDate.ofInstant(earlier, zone);
        LocalDate last = LocalDate.ofInstant(later, zone);
        int counted = 0;
        while (counted < days && date.isBefore(last)) {
            date = date.plusDays(1);
            if (open.test(date)) {
                counted++;
            }
        }
        return counted >= days;
    }
}
