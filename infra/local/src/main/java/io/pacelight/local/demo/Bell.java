package io.pacelight.local.demo;

import io.pacelight.simulator.school.Bells;
import io.pacelight.simulator.school.SchoolYear;
import io.pacelight.simulator.school.Section;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The bell that begins or ends a meeting of a class. */
record Bell(Instant at, Section section, boolean begins) {

    /** The bells of these classes after {@code from} and up to {@code to}, in the order in which they ring. */
    static List<Bell> between(List<Section> sections, Instant from, Instant to) {
        return DemoSchool.dayOf(from)
                .datesUntil(DemoSchool.dayOf(to).plusDays(1))
                .filter(SchoolYear::isInstructional)
                .flatMap(day -> sections.stream().flatMap(section -> on(day, section)))
                .filter(bell -> bell.at().isAfter(from) && !bell.at().isAfter(to))
                .sorted(Comparator.comparing(Bell::at))
                .toList();
    }

    private static Stream<Bell> on(LocalDate day, Section section) {
        Bells.Variant variant = Bells.Variant.on(day.getDayOfWeek());
        int group = section.school().start();
        LocalTime begin = Bells.startTime(group, section.period(), variant);
        LocalTime end = Bells.endTime(group, section.period(), variant);
        return Stream.of(new Bell(at(day, begin), section, true), new Bell(at(day, end), section, false));
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(SchoolYear.ZONE).toInstant();
    }
}
