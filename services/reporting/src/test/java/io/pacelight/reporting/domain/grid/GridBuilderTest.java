package io.pacelight.reporting.domain.grid;

import static io.pacelight.reporting.domain.Given.MONDAY;
import static io.pacelight.reporting.domain.Given.conference;
import static io.pacelight.reporting.domain.Given.judged;
import static io.pacelight.reporting.domain.Given.lit;
import static io.pacelight.reporting.domain.Given.stalled;
import static io.pacelight.reporting.domain.Given.student;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pacelight.reporting.domain.Cause;
import io.pacelight.reporting.domain.ConferenceStatus;
import io.pacelight.reporting.domain.LevelState;
import io.pacelight.reporting.domain.Pace;
import io.pacelight.reporting.domain.StudentFact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GridBuilderTest {
    private static final Instant NOW = MONDAY;
    private static final Instant PAST = MONDAY.minusSeconds(60);
    private static final Instant SOON = MONDAY.plusSeconds(60);
    private static final ClassPlan PLAN = new ClassPlan(
            List.of(new ClassPlan.Unit("One", List.of("A", "B")), new ClassPlan.Unit("Two", List.of("C", "D"))),
            List.of("C", "A", "B"),
            Map.of("B", List.of("A"), "C", List.of("B", "ELSEWHERE")));

    @Test
    void columns_stand_in_pathway_order_and_the_plan_is_at_the_first_target_ahead() {
        ClassGrid grid = grid(pupil(
                "Ada",
                lit(1, "class-1", "A", Pace.MISSED, PAST),
                lit(2, "class-1", "B", Pace.WATCH, SOON),
                lit(3, "class-1", "C", Pace.ON_PACE, SOON.plusSeconds(60))));

        assertThat(grid.columns())
                .containsExactly(
                        new ClassGrid.Column("A", 1, false),
                        new ClassGrid.Column("B", 1, true),
                        new ClassGrid.Column("C", 2, false),
                        new ClassGrid.Column("D", 2, false));
    }

    @Test
    void actual_is_the_share_mastered_and_expected_the_share_due() {
        ClassGrid.Row row = grid(pupil(
                        "Ada",
                        judged(1, "A", 2, true),
                        judged(1, "D", 2, true),
                        lit(1, "class-1", "A", Pace.ON_PACE, PAST),
                        lit(2, "class-1", "B", Pace.MISSED, NOW),
                        lit(3, "class-1", "C", Pace.ON_PACE, SOON)))
                .rows()
                .getFirst();

        assertThat(row.actual()).isEqualTo(1.0 / 3, within(1e-9));
        assertThat(row.expected()).isEqualTo(2.0 / 3, within(1e-9));
        assertThat(row.pace()).isEqualTo(Pace.MISSED);
    }

    @Test
    void who_has_no_light_of_a_target_is_expected_where_the_class_is() {
        ClassGrid grid = grid(pupil("Ada", lit(1, "class-1", "A", Pace.MISSED, PAST)), pupil("Bo"));

        assertThat(row(grid, "Bo").expected()).isEqualTo(1.0 / 3, within(1e-9));
    }

    @Test
    void a_light_that_was_taken_away_does_not_say_where_the_class_is_while_another_runs() {
        ClassGrid grid = grid(
                pupil("Ada", lit(1, "class-1", "A", Pace.NONE, PAST)),
                pupil("Bo", lit(1, "class-1", "A", Pace.ON_PACE, SOON)));

        assertThat(row(grid, "Ada").expected()).isZero();
        assertThat(grid.columns().getFirst().planPosition()).isTrue();
    }

    @Test
    void next_is_the_first_unmastered_whose_prerequisites_are_met() {
        assertThat(next(judged(1, "A", 2, true))).isEqualTo("B");
        assertThat(next(judged(1, "A", 2, false))).isEqualTo("A");
        assertThat(next(judged(1, "A", 2, true), judged(1, "B", 2, true))).isEqualTo("C");
        assertThat(next(judged(1, "A", 2, true), judged(1, "B", 2, true), judged(1, "ELSEWHERE", 1, false)))
                .isEqualTo("D");
    }

    @Test
    void if_prerequisites_are_met_nowhere_the_first_unmastered_is_next() {
        ClassPlan circle = new ClassPlan(
                List.of(new ClassPlan.Unit("One", List.of("A", "B"))),
                List.of(),
                Map.of("A", List.of("B"), "B", List.of("A")));

        ClassGrid grid = GridBuilder.build("class-1", circle, List.of(pupil("Ada")), NOW, PAST);

        assertThat(grid.rows().getFirst().cells())
                .containsExactly(new ClassGrid.Cell("A", LevelState.NONE, null, null, true));
    }

    @Test
    void there_are_cells_only_for_evidence_a_light_and_what_is_next() {
        ClassGrid.Row row = grid(pupil(
                        "Ada",
                        judged(1, "C", 1, false),
                        judged(1, "D", 0, false),
                        lit(1, "class-1", "B", Pace.WATCH, SOON),
                        lit(1, "class-1", "D", Pace.NONE, null)))
                .rows()
                .getFirst();

        assertThat(row.cells()).extracting(ClassGrid.Cell::competency).containsExactly("A", "B", "C");
        assertThat(row.cells()).extracting(ClassGrid.Cell::next).containsExactly(true, false, false);
        assertThat(row.cells())
                .extracting(ClassGrid.Cell::state)
                .containsExactly(LevelState.NONE, LevelState.NONE, LevelState.APPROACHING);
    }

    @Test
    void students_stand_by_need() {
        ClassGrid grid = grid(
                pupil("On pace", lit(1, "class-1", "A", Pace.ON_PACE, SOON)),
                pupil("Watched", lit(1, "class-1", "A", Pace.WATCH, SOON)),
                pupil(
                        "Watched and stalled",
                        lit(1, "class-1", "A", Pace.WATCH, SOON),
                        stalled(1, "class-1", Cause.IDLE)),
                pupil("Missed", lit(1, "class-1", "A", Pace.MISSED, PAST)),
                pupil("Zoe, nothing known"),
                pupil("Amy, nothing known"),
                pupil("In the queue", conference(1, "c1", "class-1", ConferenceStatus.OPEN, PAST)));

        assertThat(grid.rows())
                .extracting(row -> row.pupil().name())
                .containsExactly(
                        "In the queue",
                        "Missed",
                        "Watched and stalled",
                        "Watched",
                        "On pace",
                        "Amy, nothing known",
                        "Zoe, nothing known");
        assertThat(grid.rows()).extracting(ClassGrid.Row::needRank).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(grid.rows().get(2).stalled()).isEqualTo(Cause.IDLE);
    }

    @Test
    void the_summary_counts_the_unit_that_the_class_is_in() {
        ClassGrid grid = grid(
                pupil(
                        "Ada",
                        judged(1, "A", 2, true),
                        lit(1, "class-1", "A", Pace.ON_PACE, PAST),
                        lit(2, "class-1", "B", Pace.WATCH, SOON)),
                pupil("Bo", judged(1, "B", 1, false), judged(1, "C", 1, false)),
                pupil("Cy", conference(1, "c1", "class-1", ConferenceStatus.OPEN, PAST)));

        assertThat(grid.summary())
                .isEqualTo(new ClassGrid.Summary(
                        Map.of(LevelState.MASTERY, 1, LevelState.APPROACHING, 1, LevelState.NONE, 4), 0, 1, 0, 1, 1));
    }

    @Test
    void without_a_running_plan_the_class_is_in_the_first_unit_not_mastered_by_all() {
        ClassGrid first = grid(pupil("Ada", judged(1, "A", 2, true)));
        ClassGrid second = grid(pupil("Ada", judged(1, "A", 2, true), judged(1, "B", 2, true)));
        ClassGrid last = grid(pupil(
                "Ada",
                judged(1, "A", 2, true),
                judged(1, "B", 2, true),
                judged(1, "C", 2, true),
                judged(1, "D", 2, true)));

        assertThat(first.summary().states()).isEqualTo(Map.of(LevelState.MASTERY, 1, LevelState.NONE, 1));
        assertThat(second.summary().states()).isEqualTo(Map.of(LevelState.NONE, 2));
        assertThat(last.summary().states()).isEqualTo(Map.of(LevelState.MASTERY, 2));
    }

    @Test
    void a_class_without_a_pathway_shows_its_plan_and_then_what_there_is_evidence_of() {
        ClassPlan plan = new ClassPlan(List.of(), List.of("Z"), Map.of());

        ClassGrid grid = GridBuilder.build(
                "class-1",
                plan,
                List.of(pupil("Ada", judged(1, "B", 1, false), judged(1, "A", 1, true), judged(1, "Q", 0, false))),
                NOW,
                PAST);

        assertThat(grid.columns()).extracting(ClassGrid.Column::competency).containsExactly("Z", "A", "B");
        assertThat(grid.columns()).extracting(ClassGrid.Column::unit).containsOnlyNulls();
        assertThat(grid.summary().states())
                .isEqualTo(Map.of(LevelState.NONE, 1, LevelState.MASTERY, 1, LevelState.APPROACHING, 1));
    }

    private static String next(StudentFact... facts) {
        return grid(pupil("Ada", facts)).rows().getFirst().cells().stream()
                .filter(ClassGrid.Cell::next)
                .findFirst()
                .orElseThrow()
                .competency();
    }

    private static ClassGrid.Row row(ClassGrid grid, String name) {
        return grid.rows().stream()
                .filter(row -> row.pupil().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ClassGrid grid(Pupil... pupils) {
        return GridBuilder.build("class-1", PLAN, List.of(pupils), NOW, PAST);
    }

    private static Pupil pupil(String name, StudentFact... facts) {
        return new Pupil(student("stu_" + name, facts), name);
    }
}
