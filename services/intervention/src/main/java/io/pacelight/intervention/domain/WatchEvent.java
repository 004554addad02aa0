package io.pacelight.intervention.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changed in a student's watch. */
public sealed interface WatchEvent {
    record EnrolmentsRead(long sequence, List<Enrolled> enrolments) implements WatchEvent {
        public EnrolmentsRead {
            enrolments = List.copyOf(enrolments);
        }
    }

    record AttendanceRead(
            long sequence,
            LocalDate date,
            @Nullable String classId,
            @Nullable Absence absence) implements WatchEvent {}

    record StandingRead(String competency, Standing standing) implements WatchEvent {}

    /** The clocks have to be looked at again before anything else strikes. */
    record ReviewAsked() implements WatchEvent {}

    record Reviewed() implements WatchEvent {}

    record ClockSet(ClassClock clock) implements WatchEvent {}

    record ClockStopped(String classId) implements WatchEvent {}

    /** Lights that are new or have changed; {@link Pace#NONE} takes one away. */
    record LightsChanged(String classId, List<Light> lights) implements WatchEvent {
        public LightsChanged {
            lights = List.copyOf(lights);
        }
    }

    /** A clock struck; the reason says which one and why. */
    record Struck(Reason reason) implements WatchEvent {}

    record ReasonCleared(String reason, Reason.Clearing clearing) implements WatchEvent {}

    /** A conference as it was told last, with all of its reasons; only a rebuild reads one again. */
    record ConferenceRecalled(Conference conference, List<Reason> reasons) implements WatchEvent {
        public ConferenceRecalled {
            reasons = List.copyOf(reasons);
        }
    }

    record ConferenceOpened(String conference, String classId, Instant at) implements WatchEvent {}

    record ConferenceJoined(String conference) implements WatchEvent {}

    record ConferenceStarted(String conference, String by, Instant at) implements WatchEvent {}

    record ConferenceSnoozed(String conference, Instant until, int meetings) implements WatchEvent {}

    record ConferenceReopened(String conference) implements WatchEvent {}

    record ConferenceHeld(
            String conference,
            String by,
            Instant at,
            String outcome,
            String nextStep,
            @Nullable LocalDate nextStepOn,
            @Nullable Instant promiseDueAt)
            implements WatchEvent {}

    record ConferenceNotNeeded(String conference, String by, Instant at, String why) implements WatchEvent {}

    /** All its reasons are cleared, or the student left before it was held. */
    record ConferenceSettled(String conference, Conference.State as, Instant at) implements WatchEvent {}

    /** The dated next step has been looked at and counts as kept, or its breach has struck. */
    record PromiseSettled(String conference) implements WatchEvent {}

    /** The student changed section; what is open goes along. */
    record SectionChanged(String fromClass, String toClass) implements WatchEvent {}
}
