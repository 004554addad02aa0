package io.pacelight.reporting.domain.rollup;

/**
 * How a group of students stands on one competency.
 *
 * @param students those with evidence
 * @param mastered of them, those who have mastered it
 * @param stuck of them, those who are {@linkplain io.pacelight.reporting.domain.StudentState#stuckOn stuck}; mastered or
 *     stuck is determinate, the rest is not
 */
public record CompetencyTally(int students, int mastered, int stuck) {
    static final CompetencyTally NONE = new CompetencyTally(0, 0, 0);

    public CompetencyTally plus(CompetencyTally other) {
        return new CompetencyTally(students + other.students, mastered + other.mastered, stuck + other.stuck);
    }

    CompetencyTally minus(CompetencyTally other) {
        return new CompetencyTally(students - other.students, mastered - other.mastered, stuck - other.stuck);
    }

    public int determinate() {
        return mastered + stuck;
    }

    public int indeterminate() {
        return students - determinate();
    }
}
