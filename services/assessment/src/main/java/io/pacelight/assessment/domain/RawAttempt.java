package io.pacelight.assessment.domain;

import org.jspecify.annotations.Nullable;

/** An attempt as it came in: text of unknown quality, absent where empty. {@code row} is its place in the file. */
public record RawAttempt(
        long row,
        @Nullable String attemptId,
        @Nullable String student,
        @Nullable String studentSourcedId,
        @Nullable String competency,
        @Nullable String kind,
        @Nullable String level,
        @Nullable String score,
        @Nullable String maxScore,
        @Nullable String assessedAt,
        @Nullable String form,
        @Nullable String format,
        @Nullable String context,
        @Nullable String assisted,
        @Nullable String ordinal,
        @Nullable String recordedBy,
        @Nullable AttemptFeedback feedback,
        @Nullable String reflection) {}
