package io.pacelight.local.demo;

import io.pacelight.local.clock.SchoolHours;
import io.pacelight.local.signin.Person;
import io.pacelight.simulator.DemoUser;
import io.pacelight.simulator.District;
import io.pacelight.simulator.Districts;
import io.pacelight.simulator.school.SchoolYear;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** The simulated district as the demo plays it: its hours, its first morning, its people. */
public final class DemoSchool {
    /** A Monday ten weeks into the year, when a lot has happened and a lot is to come. */
    private static final LocalDate FIRST_MORNING = LocalDate.of(2026, 10, 26);

    private static final LocalTime OPENS = LocalTime.of(7, 50);
    private static final LocalTime CLOSES = LocalTime.of(16, 5);

    private DemoSchool() {}

    static District district(int students) {
        return District.of(Districts.SEED, students);
    }

    /** The hours in which anything happens in any school. */
    public static SchoolHours hours() {
        return SchoolHours.on(SchoolYear.meetingDays(), OPENS, CLOSES, SchoolYear.ZONE);
    }

    /** Where the school clock of a new demo begins. */
    public static Instant begins() {
        return FIRST_MORNING.atTime(OPENS).atZone(SchoolYear.ZONE).toInstant();
    }

    /** Where all its schools are. */
    public static ZoneId zone() {
        return SchoolYear.ZONE;
    }

    static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, SchoolYear.ZONE);
    }

    /** The people to sign in as, as the sign-in page shows them. */
    static List<Person> people(District district) {
        return district.demoUsers().stream()
                .map(user -> new Person(user.username(), user.name(), role(user.role()), user.look()))
                .toList();
    }

    private static String role(DemoUser.Role role) {
        return switch (role) {
            case TEACHER -> "Teacher";
            case COACH -> "Coach";
            case LEADER -> "Principal";
            case DISTRICT -> "District";
            case STUDENT -> "Student";
        };
    }
}
