package io.pacelight.intervention.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a class meets, in wall-clock times of its school.
 *
 * @param days {@code MO} to {@code SU} or names of cycle days; empty for every instructional day
 * @param from first day of the term that the rule is for, if it is for one
 * @param to last day of that term, inclusive
 * @param bell the bell schedule that the rule belongs to; it rings on dates that name it, or on all others if no date does
 */
public record MeetingRule(
        Set<String> days,
        LocalTime start,
        LocalTime end,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String bell,
        @Nullable String period) {

    public MeetingRule {
        days = Set.copyOf(days);
        if (!end.isAfter(start)) throw new IllegalArgumentException("a meeting must end after it starts: " + start);
    }

    /** One meeting of {@code minutes} on every instructional day, for a class without bells. */
    public static MeetingRule daily(int minutes) {
        LocalTime morning = LocalTime.of(8, 0);
        return new MeetingRule(Set.of(), morning, morning.plusMinutes(minutes), null, null, null, null);
    }

    boolean holdsOn(LocalDate date, SchoolDays.Day day) {
        if (from != null && date.isBefore(from)) return false;
        if (to != null && date.isAfter(to)) return false;
        return days.isEmpty()
                || days.contains(code(date.getDayOfWeek()))
                || (day.cycleDay() != null && days.contains(day.cycleDay()));
    }

    private static String code(DayOfWeek day) {
        return day.name().substring(0, 2);
    }
}
