package io.pacelight.reporting.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A student in a class, both days inclusive and open where missing. */
public record Enrolment(
        String classId,
        String course,
        String school,
        @Nullable LocalDate begin,
        @Nullable LocalDate end) {

    /** Whether the student belongs to the class on that day. */
    public boolean on(LocalDate day) {
        return (begin == null || !begin.isAfter(day)) && (end == null || !end.isBefore(day));
    }
}
