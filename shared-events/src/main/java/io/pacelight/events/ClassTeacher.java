package io.pacelight.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One teacher of a class and, where limited, the first and last day. */
public record ClassTeacher(
        String staff,
        boolean primary,
        @Nullable LocalDate begin,
        @Nullable LocalDate end) {}
