package io.pacelight.events;

import java.util.List;

/** Where a student belongs: every enrolment, current, past and planned. */
public record StudentChanged(
        String district,
        String student,
        List<String> grades,
        List<String> schools,
        List<Enrolment> enrolments,
        List<String> guardians,
        boolean active)
        implements StudentEvent {
    public static final String TYPE = "io.pacelight.student-changed.v1";

    public StudentChanged {
        grades = List.copyOf(grades);
        schools = List.copyOf(schools);
        enrolments = List.copyOf(enrolments);
        guardians = List.copyOf(guardians);
    }
}
