package io.pacelight.intervention.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A three-minute conference of a student and a teacher; its id is that of its first reason.
 *
 * @param by who started or closed it
 * @param snoozedMeetings how many meetings it was put off so far
 * @param promiseDueAt when the dated next step will have passed, until that is looked at
 * @param note why it was not needed
 */
public record Conference(
        String id,
        String classId,
        State state,
        Instant openedAt,
        @Nullable Instant startedAt,
        @Nullable String by,
        @Nullable Instant snoozedUntil,
        int snoozedMeetings,
        @Nullable Instant closedAt,
        @Nullable String outcome,
        @Nullable String nextStep,
        @Nullable LocalDate nextStepOn,
        @Nullable Instant promiseDueAt,
        @Nullable String note) {

    /** The life of a conference. */
    public enum State {
        OPEN,
        STARTED,
        SNOOZED,
        DONE,
        NOT_NEEDED,
        RESOLVED_BY_PROGRESS,
        ESCALATED,
        MOVED,
        TERM_ENDED,
        CLOCK_MOVED;

        /** Whether it still waits for somebody. */
        public boolean isOpen() {
            return this == OPEN || this == STARTED || this == SNOOZED;
        }

        /** Whether a teacher closed it. */
        public boolean isHeld() {
            return this == DONE || this == NOT_NEEDED;
        }

        static State after(Reason.How how) {
            return switch (how) {
                case PROGRESS -> RESOLVED_BY_PROGRESS;
                case CONFERENCE -> DONE;
                case MOVED -> MOVED;
                case TERM_ENDED -> TERM_ENDED;
                case CLOCK_MOVED -> CLOCK_MOVED;
            };
        }
    }

    static Conference opened(String id, String classId, Instant at) {
        return new Conference(id, classId, State.OPEN, at, null, null, null, 0, null, null, null, null, null, null);
    }

    Conference startedBy(String person, Instant at) {
        return new Conference(
                id,
                classId,
                State.STARTED,
                openedAt,
                at,
                person,
                null,
                snoozedMeetings,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    Conference snoozed(Instant until, int meetings) {
        return new Conference(
                id,
                classId,
                State.SNOOZED,
                openedAt,
                null,
                null,
                until,
                snoozedMeetings + meetings,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    Conference reopened() {
        return new Conference(
                id,
                classId,
                State.OPEN,
                openedAt,
                null,
                null,
                null,
                snoozedMeetings,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    Conference held(
            String person,
            Instant at,
            String anOutcome,
            String aNextStep,
            @Nullable LocalDate on,
            @Nullable Instant promise) {
        return new Conference(
                id,
                classId,
                State.DONE,
                openedAt,
                startedAt,
                person,
                null,
                snoozedMeetings,
                at,
                anOutcome,
                aNextStep,
                on,
                promise,
                null);
    }

    Conference notNeeded(String person, Instant at, String why) {
        return new Conference(
                id,
                classId,
                State.NOT_NEEDED,
                openedAt,
                startedAt,
                person,
                null,
                snoozedMeetings,
                at,
                null,
                null,
                null,
                null,
                why);
    }

    Conference settled(State as, Instant at) {
        return new Conference(
                id, classId, as, openedAt, startedAt, by, null, snoozedMeetings, at, null, null, null, null, null);
    }

    Conference carriedTo(String toClass) {
        return new Conference(
                id,
                toClass,
                state,
                openedAt,
                startedAt,
                by,
                snoozedUntil,
                snoozedMeetings,
                closedAt,
                outcome,
                nextStep,
                nextStepOn,
                promiseDueAt,
                note);
    }

    Conference promiseSettled() {
        return new Conference(
                id,
                classId,
                state,
                openedAt,
                startedAt,
                by,
                snoozedUntil,
                snoozedMeetings,
                closedAt,
                outcome,
                nextStep,
                nextStepOn,
                null,
                note);
    }
}
