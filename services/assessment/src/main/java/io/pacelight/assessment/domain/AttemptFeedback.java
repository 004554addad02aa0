package io.pacelight.assessment.domain;

import org.jspecify.annotations.Nullable;

/** What the assessor tells the student: what is strong, what is missing, what to do next. */
public record AttemptFeedback(
        @Nullable String strength,
        @Nullable String gap,
        @Nullable String nextStep) {}
