package io.pacelight.reporting.domain.rollup;

import io.pacelight.reporting.domain.Competence;
import io.pacelight.reporting.domain.Pace;
import io.pacelight.reporting.domain.StudentState;
import java.util.Map;
import java.util.TreeMap;

/**
 * A group of students, each counted once.
 *
 * @param pace by the most pressing light in the school's classes
 * @param stuck students who are stuck on at least one competency
 * @param attempts recorded and not voided
 * @param pieces of evidence that these make
 * @param judged pieces of evidence in what progression judged
 */
public record StudentTally(
        PaceTally pace, int stuck, long attempts, long pieces, long judged, Map<String, CompetencyTally> competencies) {
    public static final StudentTally NONE = new StudentTally(PaceTally.NONE, 0, 0, 0, 0, Map.of());

    public StudentTally {
        competencies = Map.copyOf(competencies);
    }

    /**
     * One student. Somebody of whom only attempts are known is counted by competency and is no student of a school;
     * somebody who left is neither, but the attempts stay in the ledger.
     */
    static StudentTally of(StudentState student, Pace pace) {
        boolean left = student.placement() != null && !student.active();
        Map<String, CompetencyTally> competencies = new TreeMap<>();
        boolean stuck = false;
        if (!left)
            for (Map.Entry<String, Competence> row : student.competencies().entrySet()) {
                if (row.getValue().attempts() == 0 && !row.getValue().mastered()) continue;
                boolean stuckOn = student.stuckOn(row.getKey());
                stuck |= stuckOn;
                competencies.put(
                        row.getKey(), new CompetencyTally(1, row.getValue().mastered() ? 1 : 0, stuckOn ? 1 : 0));
            }
        return new StudentTally(
                student.active() ? PaceTally.of(pace) : PaceTally.NONE,
                stuck ? 1 : 0,
                student.attempts().countAttempts(),
                student.attempts().countPieces(),
                student.piecesJudged(),
                competencies);
    }

    public StudentTally plus(StudentTally other) {
        return new StudentTally(
                pace.plus(other.pace),
                stuck + other.stuck,
                attempts + other.attempts,
                pieces + other.pieces,
                judged + other.judged,
                Sums.merged(competencies, other.competencies, CompetencyTally::plus));
    }

    StudentTally minus(StudentTally other) {
        return new StudentTally(
                pace.minus(other.pace),
                stuck - other.stuck,
                attempts - other.attempts,
                pieces - other.pieces,
                judged - other.judged,
                Sums.reduced(competencies, other.competencies, CompetencyTally.NONE, CompetencyTally::minus));
    }

    /** Student-competency pairs with evidence. */
    public int pairs() {
        return competencies.values().stream()
                .mapToInt(CompetencyTally::students)
                .sum();
    }

    /** Of these, the mastered ones. */
    public int masteredPairs() {
        return competencies.values().stream()
                .mapToInt(CompetencyTally::mastered)
                .sum();
    }
}
