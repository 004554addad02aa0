package io.pacelight.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Exactly one of class minutes (counted along the plan, one target after the other) and a date (its last meeting). */
public record PacingTarget(
        String competency,
        @Nullable Integer minutes,
        @Nullable LocalDate date) {}
