package io.pacelight.intervention.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which dates of a school are instructional, with their bell variant and cycle day; counts in such days. */
public final class SchoolDays {
    /** One date of the calendar. */
    public record Day(
            boolean instructional,
            @Nullable String bell,
            @Nullable String cycleDay) {
        static final Day OPEN = new Day(true, null, null);
        static final Day CLOSED = new Day(false, null, null);
    }

    private static final int LONGEST_BREAK_IN_DAYS = 400;

    private final Map<LocalDate, Day> listed;
    private final boolean weekdaysWhenUnlisted;
    private final Set<String> variants;

    private SchoolDays(Map<LocalDate, Day> listed, boolean weekdaysWhenUnlisted) {
        this.listed = new TreeMap<>(listed);
        this.weekdaysWhenUnlisted = weekdaysWhenUnlisted;
        this.variants = this.listed.values().stream()
                .map(Day::bell)
                .filter(bell -> bell != null)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A published calendar: a date that it does not list is not instructional. */
    public static SchoolDays of(Map<LocalDate, Day> listed) {
        return new SchoolDays(listed, false);
    }

    /** What holds until a school publishes its calendar: Monday to Friday, but for the dates given as exceptions. */
    public static SchoolDays weekdaysExcept(Set<LocalDate> closed) {
        Map<LocalDate, Day> listed = new TreeMap<>();
        for (LocalDate date : closed) listed.put(date, Day.CLOSED);
        return new SchoolDays(listed, true);
    }

    public Day day(LocalDate date) {
        Day day = listed.get(date);
        if (day != null) return day;
        return weekdaysWhenUnlisted && isWeekday(date) ? Day.OPEN : Day.CLOSED;
    }

    /** Whether some date of the calendar rings by this bell schedule instead of the regular one. */
    public boolean isVariant(String bell) {
        return variants.contains(bell);
    }

    /** The {@code count}-th instructional day after {@code date}, {@code date} itself not counted; null where the calendar ends first. */
    public @Nullable LocalDate plus(LocalDate date, int count) {
        LocalDate at = date;
        int left = count;
        int idle = 0;
        while (left > 0) {
            at = at.plusDays(1);
            if (day(at).instructional()) {
                left--;
                idle = 0;
            } else if (++idle > LONGEST_BREAK_IN_DAYS) return null;
        }
        return at;
    }

    private static boolean isWeekday(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
