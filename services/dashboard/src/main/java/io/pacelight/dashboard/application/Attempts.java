package io.pacelight.dashboard.application;

import io.pacelight.dashboard.domain.StudentRecord;
import org.jspecify.annotations.Nullable;

/** Where attempts are recorded. */
public interface Attempts {

    /** Records one attempt; the same key again changes nothing and answers the same. */
    void record(Caller caller, NewAttempt attempt, String idempotencyKey);

    /** An attempt as a teacher enters it. */
    record NewAttempt(
            String student,
            String competency,
            StudentRecord.Kind kind,
            double level,
            @Nullable String formId,
            @Nullable String context,
            boolean assisted,
            @Nullable Feedback feedback) {}

    /** What the student is told. */
    record Feedback(
            @Nullable String strength,
            @Nullable String gap,
            @Nullable String nextStep) {}
}
