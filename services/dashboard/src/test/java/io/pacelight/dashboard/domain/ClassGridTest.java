package io.pacelight.dashboard.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClassGridTest {

    private static final Instant NOW = Instant.parse("2026-10-13T15:18:00Z");

    @Test
    void order_by_need_by_name_and_by_competency_weakest_first() {
        List<ClassGrid.Row> rows = List.of(
                row("b", "Bauer, Finn", 1, 3.0), row("a", "Adeyemi, Tobi", 3, 1.0), row("c", "Chen, Wei", 2, null));
        assertThat(GridOrder.parse(null).sort(rows))
                .extracting(ClassGrid.Row::id)
                .containsExactly("b", "c", "a");
        assertThat(GridOrder.parse("name").sort(rows))
                .extracting(ClassGrid.Row::id)
                .containsExactly("a", "b", "c");
        assertThat(GridOrder.parse("competency:X").sort(rows))
                .extracting(ClassGrid.Row::id)
                .containsExactly("c", "a", "b");
    }

    @Test
    void order_reads_back_what_it_writes_and_falls_back_to_need() {
        assertThat(GridOrder.parse("competency:8.F.A.2").text()).isEqualTo("competency:8.F.A.2");
        assertThat(GridOrder.parse("name").text()).isEqualTo("name");
        assertThat(GridOrder.parse("competency:").text()).isEqualTo("need");
        assertThat(GridOrder.parse("<b>").text()).isEqualTo("need");
    }

    @Test
    void shared_gap_is_the_competency_most_students_behind_have_next() {
        List<ClassGrid.Row> rows = IntStream.range(0, 4)
                .mapToObj(i -> row("s" + i, "N, " + i, i, 1.0))
                .toList();
        assertThat(SharedGap.in(grid(rows)).orElseThrow().students()).hasSize(4);
        assertThat(SharedGap.in(grid(rows.subList(0, 2)))).isEmpty();
    }

    @Test
    void state_follows_the_scale_or_the_points() {
        ClassGrid grid = grid(List.of());
        assertThat(grid.stateOf(2.99)).isEqualTo(State.APPROACHING);
        assertThat(grid.stateOf(3.0)).isEqualTo(State.MASTERY);
        assertThat(grid.stateOf((Double) null)).isEqualTo(State.NONE);
        assertThat(grid.stateOf(points(5.9))).isEqualTo(State.EMERGING);
        assertThat(grid.stateOf(points(6))).isEqualTo(State.APPROACHING);
        assertThat(grid.stateOf(points(8))).isEqualTo(State.MASTERY);
        assertThat(grid.stateOf(points(9.5))).isEqualTo(State.EXCEEDS);
    }

    @Test
    void name_is_said_given_name_first() {
        assertThat(row("x", "Diallo, Amara", 1, null).spokenName()).isEqualTo("Amara Diallo");
        assertThat(row("x", "Cher", 1, null).spokenName()).isEqualTo("Cher");
    }

    @Test
    void what_the_wire_leaves_out_is_empty() {
        ClassGrid.Row bare = new ClassGrid.Row("x", "X", Pace.NONE, null, 0, 0, 1, List.of());
        assertThat(bare.cell("X")).isEmpty();
        assertThat(grid(List.of(bare)).student("x")).contains(bare);
        assertThat(grid(List.of()).currentUnit()).contains(new ClassGrid.Unit(4, "Functions"));
    }

    private static StudentRecord.Evidence points(double score) {
        return new StudentRecord.Evidence("a", null, NOW, null, null, null, null, null, false, score, 10.0, null);
    }

    private static ClassGrid.Row row(
            String id, String name, int need, @org.jspecify.annotations.Nullable Double level) {
        ClassGrid.Cell cell =
                new ClassGrid.Cell("X", State.EMERGING, level, null, 1, null, true, Pace.MISSED, null, List.of(), null);
        return new ClassGrid.Row(id, name, Pace.MISSED, null, 0, 0, need, level == null ? List.of() : List.of(cell));
    }

    private static ClassGrid grid(List<ClassGrid.Row> rows) {
        List<ClassGrid.ScaleLevel> levels = IntStream.range(0, 5)
                .mapToObj(i -> new ClassGrid.ScaleLevel(i, "L" + i, State.values()[i]))
                .toList();
        return new ClassGrid(
                new ClassGrid.SchoolClass("c", "Math 8", null, null, null, null),
                NOW,
                NOW,
                ZoneOffset.UTC,
                List.of(new ClassGrid.Competency("X", "Slope", null, null, new ClassGrid.Unit(4, "Functions"), true)),
                rows,
                levels,
                new ClassGrid.Summary(rows.size(), Map.of(), 0, 0, 0, 0, 0));
    }
}
