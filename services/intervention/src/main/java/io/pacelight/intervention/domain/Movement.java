package io.pacelight.intervention.domain;

import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Whether and when a student last moved on the competencies of a class.
 *
 * @param isRunning whether some competency is worked on, or ready where none is
 * @param competency the one that the student works on now
 * @param wheelSpinning whether on one of them the attempts lead nowhere
 */
record Movement(
        boolean isRunning,
        @Nullable Instant last,
        @Nullable Instant lastAttempt,
        @Nullable String competency,
        boolean wheelSpinning) {

    static Movement in(StudentWatch state, Collection<String> competencies) {
        Instant last = null;
        Instant lastAttempt = null;
        Instant workedOnAt = null;
        String workedOn = null;
        String ready = null;
        boolean spinning = false;
        for (String competency : competencies) {
            Standing standing = state.standing(competency);
            if (standing == null) {
                if (ready == null) ready = competency;
                continue;
            }
            last = Standing.latest(last, standing.movedAt());
            lastAttempt = Standing.latest(lastAttempt, standing.lastAttemptAt());
            if (standing.mastered()) continue;
            if (standing.status().isBeingWorkedOn()) {
                spinning |= standing.wheelSpinning();
                Instant at = Standing.latest(standing.movedAt(), standing.lastAttemptAt());
                if (workedOn == null || (at != null && (workedOnAt == null || at.isAfter(workedOnAt)))) {
                    workedOn = competency;
                    workedOnAt = at;
                }
            } else if (standing.status() == Standing.Status.READY && ready == null) ready = competency;
        }
        String now = workedOn != null ? workedOn : ready;
        return new Movement(now != null, last, lastAttempt, now, spinning);
    }

    boolean anySince(Instant since) {
        Instant any = Standing.latest(last, lastAttempt);
        return any != null && any.isAfter(since);
    }

    Cause cause(Instant since) {
        if (wheelSpinning) return Cause.WHEEL_SPINNING;
        return lastAttempt != null && lastAttempt.isAfter(since) ? Cause.STRUGGLING : Cause.IDLE;
    }
}
