package io.pacelight.intervention.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When something happens in one class of one student, as of the last review.
 *
 * @param startsAt when the student's time in the class begins
 * @param endsAt when it ends, by enrolment or by term
 * @param begun whether it had begun
 * @param stallDueAt when the 24-hour rule strikes at the earliest; none while it does not run or has struck
 */
public record ClassClock(
        String classId,
        Instant startsAt,
        Instant endsAt,
        boolean begun,
        @Nullable Instant stallDueAt) {}
