package io.pacelight.roster.domain.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who teaches a class, from when to when (both inclusive). */
public record Teaching(
        String staff,
        boolean primary,
        @Nullable LocalDate begin,
        @Nullable LocalDate end) {}
