package io.pacelight.events;

import org.jspecify.annotations.Nullable;

/** What the assessor told the student. */
public record Feedback(
        @Nullable String strength,
        @Nullable String gap,
        @Nullable String nextStep) {}
