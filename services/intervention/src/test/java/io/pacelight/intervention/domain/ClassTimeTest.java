package io.pacelight.intervention.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ClassTimeTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final LocalDate MON = LocalDate.of(2022, 5, 9);

    @Test
    void five_days_after_a_monday_skip_the_weekend() {
        assertThat(SchoolDays.weekdaysExcept(Set.of()).plus(MON, 5)).isEqualTo(LocalDate.of(2022, 5, 16));
    }

    @Test
    void two_days_after_a_monday_skip_two_closed_days() {
        SchoolDays calendar = SchoolDays.weekdaysExcept(Set.of(LocalDate.of(2022, 5, 10), LocalDate.of(2022, 5, 11)));

        assertThat(calendar.plus(MON, 2)).isEqualTo(LocalDate.of(2022, 5, 13));
    }

    @Test
    void counting_ends_where_a_published_calendar_ends() {
        SchoolDays calendar = SchoolDays.of(Map.of(MON, SchoolDays.Day.OPEN));

        assertThat(calendar.plus(MON, 1)).isNull();
        assertThat(calendar.day(MON.plusDays(1)).instructional()).isFalse();
    }

    @Test
    void class_time_is_the_minutes_of_the_meetings_in_between() {
        ClassTime time = weekdays("08:35", "09:25");

        assertThat(time.between(at(MON, "08:45"), at(MON.plusDays(1), "09:00"))).isEqualTo(Duration.ofMinutes(40 + 25));
        assertThat(time.between(at(MON, "10:00"), at(MON.plusDays(1), "08:00"))).isZero();
        assertThat(time.between(at(MON.plusDays(4), "09:00"), at(MON.plusDays(7), "08:36")))
                .isEqualTo(Duration.ofMinutes(25 + 1));
        assertThat(time.between(at(MON, "09:00"), at(MON, "08:40"))).isZero();
    }

    @Test
    void adding_class_time_gives_the_instant_of_the_strike() {
        ClassTime time = weekdays("08:35", "09:25");

        assertThat(time.plus(at(MON, "08:45"), Duration.ofMinutes(65))).isEqualTo(at(MON.plusDays(1), "09:00"));
        assertThat(time.plus(at(MON, "08:35"), Duration.ofMinutes(50))).isEqualTo(at(MON, "09:25"));
        assertThat(time.plus(at(MON, "12:00"), Duration.ZERO)).isEqualTo(at(MON, "12:00"));
        assertThat(time.plus(at(MON, "12:00"), Duration.ofDays(900))).isNull();
        assertThat(time.minus(at(MON.plusDays(1), "09:00"), Duration.ofMinutes(65)))
                .isEqualTo(at(MON, "08:45"));
        assertThat(time.minus(at(MON, "09:00"), Duration.ofDays(900))).isNull();
    }

    @Test
    void adding_and_subtracting_are_inverses_whatever_the_timetable() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            ClassTime time = randomTime(random);
            Instant from = at(MON, "00:00").plusSeconds(random.nextInt(40 * 86400));
            Duration some = Duration.ofSeconds(1 + random.nextInt(60 * 60 * 20));
            Instant to = time.plus(from, some);
            if (to == null) continue;
            assertThat(time.between(from, to))
                    .as("seed %s round %s", seed, round)
                    .isEqualTo(some);
            Instant back = time.minus(to, some);
            assertThat(back).isNotNull();
            assertThat(time.between(back == null ? from : back, to)).isEqualTo(some);
            assertThat(time.between(from, to.minusMillis(1)))
                    .as("the first such instant")
                    .isLessThan(some);
        }
    }

    @Test
    void a_meeting_across_the_change_to_summer_time_is_as_long_as_its_wall_clock() {
        LocalDate sunday = LocalDate.of(2022, 3, 13);
        SchoolDays open = SchoolDays.of(Map.of(sunday, SchoolDays.Day.OPEN));
        ClassTime time = ClassTime.of(CHICAGO, open, sunday, sunday, List.of(rule(Set.of(), "01:30", "03:30", null)));

        assertThat(time.sittings().getFirst().length()).isEqualTo(Duration.ofMinutes(120));
        assertThat(time.between(at(sunday, "01:30"), at(sunday, "03:30"))).isEqualTo(Duration.ofMinutes(120));
        assertThat(time.plus(at(sunday, "01:30"), Duration.ofMinutes(60)))
                .isEqualTo(at(sunday, "01:30").plus(Duration.ofMinutes(30)));
        for (int seconds = 1; seconds <= 7200; seconds += 61) {
            Instant to = time.plus(at(sunday, "01:30"), Duration.ofSeconds(seconds));
            assertThat(time.between(at(sunday, "01:30"), to == null ? Instant.MIN : to))
                    .isEqualTo(Duration.ofSeconds(seconds));
        }
    }

    @Test
    void days_by_weekday_by_cycle_day_and_by_bell_variant() {
        Map<LocalDate, SchoolDays.Day> days = new TreeMap<>();
        days.put(MON, new SchoolDays.Day(true, null, "A"));
        days.put(MON.plusDays(1), new SchoolDays.Day(true, null, "B"));
        days.put(MON.plusDays(2), new SchoolDays.Day(true, "early", "A"));
        days.put(MON.plusDays(3), new SchoolDays.Day(true, "assembly", "B"));
        days.put(MON.plusDays(4), new SchoolDays.Day(false, null, null));
        SchoolDays calendar = SchoolDays.of(days);
        List<MeetingRule> rules = List.of(
                rule(Set.of("A"), "10:00", "11:00", "Normal Schedule"),
                rule(Set.of("TH", "FR"), "10:00", "11:00", "Normal Schedule"),
                rule(Set.of("A"), "09:00", "09:30", "early"));

        ClassTime time = ClassTime.of(CHICAGO, calendar, MON, MON.plusDays(6), rules);

        assertThat(time.sittings())
                .extracting(ClassTime.Sitting::start)
                .containsExactly(at(MON, "10:00"), at(MON.plusDays(2), "09:00"), at(MON.plusDays(3), "10:00"));
    }

    @Test
    void a_rule_of_a_term_holds_within_the_term_only() {
        MeetingRule spring = new MeetingRule(
                Set.of("MO"), LocalTime.of(9, 0), LocalTime.of(10, 0), MON.plusDays(7), MON.plusDays(14), null, "2");

        ClassTime time =
                ClassTime.of(CHICAGO, SchoolDays.weekdaysExcept(Set.of()), MON, MON.plusDays(30), List.of(spring));

        assertThat(time.sittings())
                .extracting(ClassTime.Sitting::date)
                .containsExactly(MON.plusDays(7), MON.plusDays(14));
    }

    @Test
    void a_class_without_bells_has_its_minutes_each_day() {
        ClassTime time = ClassTime.of(
                CHICAGO, SchoolDays.weekdaysExcept(Set.of()), MON, MON.plusDays(6), List.of(MeetingRule.daily(45)));

        assertThat(time.between(at(MON, "00:00"), at(MON.plusDays(6), "00:00"))).isEqualTo(Duration.ofMinutes(225));
    }

    @Test
    void time_missed_is_not_on_the_clock() {
        ClassTime time = weekdays("08:00", "09:00")
                .without(List.of(new Absence(MON, "math", null), new Absence(MON.plusDays(1), null, 20)));

        assertThat(time.between(at(MON, "00:00"), at(MON.plusDays(2), "00:00"))).isEqualTo(Duration.ofMinutes(40));
        assertThat(time.plus(at(MON, "00:00"), Duration.ofMinutes(10))).isEqualTo(at(MON.plusDays(1), "08:30"));
        assertThat(time.endOfMeetingAfter(at(MON, "00:00"), 2)).isEqualTo(at(MON.plusDays(2), "09:00"));
        assertThat(new Absence(MON, "math", null).concerns("art")).isFalse();
    }

    @Test
    void meetings_that_overlap_count_once() {
        ClassTime time = ClassTime.of(
                CHICAGO,
                SchoolDays.weekdaysExcept(Set.of()),
                MON,
                MON,
                List.of(
                        rule(Set.of(), "08:00", "09:00", null),
                        rule(Set.of(), "08:30", "09:30", null),
                        rule(Set.of(), "08:10", "08:20", null)));

        assertThat(time.between(at(MON, "00:00"), at(MON, "12:00"))).isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void meetings_are_counted_from_their_start_to_their_end() {
        ClassTime time = weekdays("08:00", "09:00");

        assertThat(time.endOfMeetingAfter(at(MON, "08:01"), 5)).isEqualTo(at(MON.plusDays(7), "09:00"));
        assertThat(time.endOfMeetingFrom(at(MON, "08:30"), 1)).isEqualTo(at(MON, "09:00"));
        assertThat(time.endOfMeetingFrom(at(MON, "09:00"), 1)).isEqualTo(at(MON.plusDays(1), "09:00"));
        assertThat(time.meetingsBetween(at(MON, "08:00"), at(MON.plusDays(2), "09:00")))
                .isEqualTo(3);
        assertThat(time.meetingsBetween(at(MON, "08:01"), at(MON.plusDays(2), "08:59")))
                .isEqualTo(1);
        assertThat(time.endOfDayAfter(at(MON, "08:30"), 2)).isEqualTo(at(MON.plusDays(2), "09:00"));
        assertThat(time.lastEndUntil(MON.plusDays(6))).isEqualTo(at(MON.plusDays(4), "09:00"));
        assertThat(time.lastEndUntil(MON.minusDays(9))).isNull();
        ClassTime.Sitting next = time.currentOrNext(at(MON, "12:00"));
        assertThat(next == null ? null : next.date()).isEqualTo(MON.plusDays(1));
    }

    @Test
    void the_24_hour_rule_strikes_at_whichever_limit_comes_first() {
        ClassTime time = weekdays("08:00", "14:00");

        assertThat(StallRule.DEFAULT.dueAt(time, at(MON, "00:00"))).isEqualTo(at(MON.plusDays(3), "14:00"));
        assertThat(StallRule.DEFAULT.dueAt(weekdays("08:00", "08:50"), at(MON, "00:00")))
                .isEqualTo(at(MON.plusDays(4), "08:50"));
        assertThat(new StallRule(null, null, 3).dueAt(time, at(MON, "08:30"))).isEqualTo(at(MON.plusDays(3), "14:00"));
        assertThat(new StallRule(null, null, null).dueAt(time, at(MON, "08:30")))
                .isNull();
    }

    private static ClassTime randomTime(Random random) {
        List<MeetingRule> rules = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            LocalTime start = LocalTime.MIDNIGHT.plusMinutes(random.nextInt(20 * 60));
            rules.add(new MeetingRule(
                    random.nextBoolean() ? Set.of() : Set.of("MO", "WE", "SU"),
                    start,
                    start.plusMinutes(1 + random.nextInt(150)),
                    null,
                    null,
                    null,
                    null));
        }
        LocalDate first = random.nextBoolean() ? MON : LocalDate.of(2022, 10, 20);
        Map<LocalDate, SchoolDays.Day> days = new TreeMap<>();
        for (int i = 0; i < 60; i++)
            if (random.nextInt(3) > 0) days.put(first.plusDays(i), new SchoolDays.Day(true, null, null));
        List<Absence> absences = new ArrayList<>();
        for (int i = 0; i < random.nextInt(8); i++)
            absences.add(new Absence(
                    first.plusDays(random.nextInt(60)), null, random.nextBoolean() ? null : random.nextInt(90)));
        return ClassTime.of(CHICAGO, SchoolDays.of(days), first, first.plusDays(60), rules)
                .without(absences);
    }

    private static ClassTime weekdays(String start, String end) {
        return ClassTime.of(
                CHICAGO,
                SchoolDays.weekdaysExcept(Set.of()),
                MON.minusDays(7),
                MON.plusDays(60),
                List.of(rule(Set.of("MO", "TU", "WE", "TH", "FR"), start, end, null)));
    }

    private static MeetingRule rule(
            Set<String> days, String start, String end, @org.jspecify.annotations.Nullable String bell) {
        return new MeetingRule(days, LocalTime.parse(start), LocalTime.parse(end), null, null, bell, null);
    }

    private static Instant at(LocalDate date, String time) {
        return date.atTime(LocalTime.parse(time)).atZone(CHICAGO).toInstant();
    }
}
