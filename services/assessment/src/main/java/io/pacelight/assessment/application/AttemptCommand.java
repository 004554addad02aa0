package io.pacelight.assessment.application;

import io.pacelight.assessment.domain.Attempt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can be asked of one attempt id. */
public sealed interface AttemptCommand {
    record RecordAttempt(Attempt attempt, String origin) implements AttemptCommand {}

    record VoidAttempt(
            Instant at, @Nullable String reason, @Nullable String by) implements AttemptCommand {}
}
