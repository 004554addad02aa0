package io.pacelight.progression.application;

import io.pacelight.events.RejudgementRequested;
import io.pacelight.progression.application.StudentState.Seat;
import io.pacelight.progression.domain.map.Prerequisites;
import io.pacelight.progression.domain.map.StudentMap;
import java.time.Instant;
import java.util.List;

/** What one student's document has to absorb. */
public sealed interface StudentInput {

    /** School time of what led to it. */
    Instant at();

    /**
     * The roster's newest word on a student.
     *
     * @param rejudge what is to be asked for if the schools have changed, and with them the policy or the school days
     */
    record Enrolled(List<String> schools, List<Seat> seats, RejudgementRequested rejudge, Instant at)
            implements StudentInput {
        public Enrolled {
            schools = schools.stream().sorted().distinct().toList();
            seats = List.copyOf(seats);
        }
    }

    /** A row of the student's own on the mastery topic. */
    record Judged(String district, String student, StudentMap.Row row, Prerequisites prerequisites, Instant at)
            implements StudentInput {}

    /** The prerequisites may have changed. */
    record MapRedrawn(String district, String student, Prerequisites prerequisites, Instant at)
            implements StudentInput {}

    /** Only read again, during a rebuild: it is taken in, and what followed from it was told long ago. */
    record Remembered(StudentInput input) implements StudentInput {
        @Override
        public Instant at() {
            return input.at();
        }
    }
}
