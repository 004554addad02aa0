package io.pacelight.reporting.domain.grid;

import io.pacelight.reporting.domain.Cause;
import io.pacelight.reporting.domain.Competence;
import io.pacelight.reporting.domain.LevelState;
import io.pacelight.reporting.domain.Light;
import io.pacelight.reporting.domain.Pace;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Students of a class by need, and how they stand on what it teaches. */
public record ClassGrid(List<Column> columns, List<Row> rows, Summary summary) {
    public ClassGrid {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * One competency.
     *
     * @param unit counted from 1; none outside the pathway
     * @param planPosition whether the pacing plan is at it now
     */
    public record Column(String competency, @Nullable Integer unit, boolean planPosition) {}

    /**
     * One student.
     *
     * @param actual the share of the plan's competencies (without a plan, of the columns) that is mastered
     * @param expected the share of the plan's targets that are due by now
     * @param needRank 1 for the student who needs somebody most
     */
    public record Row(
            Pupil pupil,
            Pace pace,
            @Nullable Cause stalled,
            double actual,
            double expected,
            int needRank,
            List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** One student on one competency; there is none where nothing is known and nothing is due. */
    public record Cell(
            String competency,
            LevelState state,
            @Nullable Competence competence,
            @Nullable Light light,
            boolean next) {}

    /**
     * The class at a glance.
     *
     * @param states cells of the unit that the class is in, by state
     * @param masteredSince crossings since the instant that was asked for
     */
    public record Summary(
            Map<LevelState, Integer> states,
            int onPace,
            int watch,
            int missed,
            int openConferences,
            int masteredSince) {
        public Summary {
            states = Map.copyOf(states);
        }
    }
}
