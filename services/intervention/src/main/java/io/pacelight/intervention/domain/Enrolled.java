package io.pacelight.intervention.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A student in a class from {@code begin} to {@code end}, both inclusive; open where missing. */
public record Enrolled(
        String classId,
        String course,
        @Nullable LocalDate begin,
        @Nullable LocalDate end) {}
