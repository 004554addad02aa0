package io.pacelight.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A student in a class from {@code begin} to {@code end}, both inclusive; open where missing. */
public record Enrolment(
        String classId,
        String course,
        String school,
        @Nullable LocalDate begin,
        @Nullable LocalDate end) {}
