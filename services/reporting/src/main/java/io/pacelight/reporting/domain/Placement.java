package io.pacelight.reporting.domain;

import java.util.List;

/** Where a student belongs, as the roster last said. */
public record Placement(
        List<String> grades,
        List<String> schools,
        List<Enrolment> enrolments,
        List<String> guardians,
        boolean active,
        long sequence) {
    public Placement {
        grades = List.copyOf(grades);
        schools = List.copyOf(schools);
        enrolments = List.copyOf(enrolments);
        guardians = List.copyOf(guardians);
    }
}
