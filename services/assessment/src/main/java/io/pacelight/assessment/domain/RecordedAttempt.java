package io.pacelight.assessment.domain;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known under one attempt id.
 *
 * @param attempt none while nothing was recorded
 * @param origin the request, or the row of a batch, that recorded it
 */
public record RecordedAttempt(
        @Nullable Attempt attempt, @Nullable String origin, boolean voided) {
    public static final RecordedAttempt NOTHING = new RecordedAttempt(null, null, false);

    /** How a recording relates to what is known. */
    public enum Answer {
        /** It was recorded by this very request or row. */
        ACCEPTED,
        /** The same was recorded before. */
        REPEATED,
        /** Something else was recorded before under this id. */
        CONFLICTING
    }

    /** The answer to a recording that this document has absorbed. */
    public Answer answer(Attempt asked, String askedBy) {
        if (Objects.equals(origin, askedBy)) return Answer.ACCEPTED;
        return attempt != null && attempt.saysTheSameAs(asked) ? Answer.REPEATED : Answer.CONFLICTING;
    }
}
