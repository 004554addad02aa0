package io.pacelight.intervention.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What reaches a student's watch: facts told by others, the passing of time, and what teachers ask for. */
public sealed interface WatchInput {
    /** A fact that another service told; late, early and repeated ones end in the same state. */
    sealed interface Fact extends WatchInput {}

    /** Every enrolment of the student; the latest by sequence holds. */
    record EnrolmentsTold(long sequence, List<Enrolled> enrolments) implements Fact {
        public EnrolmentsTold {
            enrolments = List.copyOf(enrolments);
        }
    }

    /** Attendance of one date; {@code absence} is missing where the student was there. The latest by sequence holds. */
    record AttendanceTold(
            long sequence,
            LocalDate date,
            @Nullable String classId,
            @Nullable Absence absence) implements Fact {}

    /** Where the student stands on a competency. */
    record StandingTold(String competency, Standing standing) implements Fact {}

    /** Some class of the student has another plan, calendar, term or schedule. */
    record ReferenceMoved() implements Fact {}

    /** A fact read again while the watch is rebuilt: it is taken in, and what followed from it was told long ago. */
    record Remembered(Fact fact) implements WatchInput {}

    /** School time has come to {@code now}, and everything that happened before has been told. */
    record TimePassed(Instant now) implements WatchInput {}

    /** What a teacher asks for; it may be refused. */
    sealed interface Command extends WatchInput {
        String conference();

        String by();

        Instant at();
    }

    record StartConference(String conference, String by, Instant at) implements Command {}

    record FinishConference(
            String conference,
            String by,
            Instant at,
            String outcome,
            String nextStep,
            @Nullable LocalDate nextStepOn) implements Command {}

    record SnoozeConference(String conference, String by, Instant at, int meetings) implements Command {}

    record DismissConference(String conference, String by, Instant at, String why) implements Command {}
}
