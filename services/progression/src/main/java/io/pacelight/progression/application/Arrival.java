package io.pacelight.progression.application;

import io.pacelight.kit.state.Mark;
import io.pacelight.progression.domain.evidence.Attempt;
import io.pacelight.progression.domain.map.StudentMap;
import java.time.Instant;
import java.util.List;

/** One thing that a poll brought about one student. */
public sealed interface Arrival {
    /** Id of the event behind it. */
    String cause();

    /** School time of the event. */
    Instant at();

    /** An attempt, a correction or a void. */
    record AttemptArrived(String cause, CompetencyKey key, Attempt attempt, Instant at) implements Arrival {}

    /** The roster's word on a student; the mark keeps an older one from undoing a newer. */
    record StudentTold(String cause, String studentId, Mark mark, StudentInput.Enrolled input, Instant at)
            implements Arrival {}

    /** A row that this service has told itself. */
    record RowTold(String cause, String district, String student, StudentMap.Row row, Instant at) implements Arrival {}

    /**
     * The rules may have changed for a student.
     *
     * @param competencies those concerned; empty for all
     */
    record RulesChanged(String cause, String district, String student, List<String> competencies, Instant at)
            implements Arrival {
        public RulesChanged {
            competencies = List.copyOf(competencies);
        }
    }
}
