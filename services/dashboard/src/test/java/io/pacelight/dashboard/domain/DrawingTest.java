package io.pacelight.dashboard.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawingTest {

    @Test
    void sparkline_shows_the_last_ten_levels_upward() {
        List<Double> twelve =
                IntStream.range(0, 12).mapToObj(i -> (double) (i % 5)).toList();
        Sparkline spark = Sparkline.of(twelve, 3);
        assertThat(spark.dots()).hasSize(10);
        assertThat(spark.dots().getFirst()).isEqualTo(new Sparkline.Dot(6, 18, 2, false));
        assertThat(spark.dots().getLast()).isEqualTo(new Sparkline.Dot(123, 25, 1, true));
        assertThat(spark.masteryY()).isEqualTo(11);
    }

    @Test
    void sparkline_points_are_written_for_svg_whatever_the_locale() {
        assertThat(Sparkline.of(List.of(1.0, 2.5), 3).points()).isEqualTo("6.0,25.0 19.0,14.5");
        assertThat(Sparkline.of(List.of(), 3).points()).isEmpty();
    }

    @Test
    void stack_bar_fills_its_width_with_gaps_between_parts_that_are_there() {
        StackBar bar = StackBar.of(Map.of(State.EMERGING, 1, State.MASTERY, 3));
        assertThat(bar.parts())
                .containsExactly(
                        new StackBar.Part(State.NONE, 0, 0, 0),
                        new StackBar.Part(State.EMERGING, 1, 0, 249.25),
                        new StackBar.Part(State.APPROACHING, 0, 252.25, 0),
                        new StackBar.Part(State.MASTERY, 3, 252.25, 747.75),
                        new StackBar.Part(State.EXCEEDS, 0, 1003, 0));
    }

    @Test
    void stack_bar_of_nobody_is_empty() {
        assertThat(StackBar.of(Map.of()).parts()).allMatch(part -> part.width() == 0);
    }

    @Test
    void strip_plot_places_shares_between_its_ends_and_marks_the_median() {
        StripPlot plot = StripPlot.wide(List.of(group("A", 0, 1, .5), group("B")));
        StripPlot.Line line = plot.lines().getFirst();
        assertThat(line.dots()).extracting(StripPlot.Dot::x).containsExactly(176.0, 363.0, 550.0);
        assertThat(line.median()).isEqualTo(.5);
        assertThat(line.medianX()).isEqualTo(363);
        assertThat(plot.lines().getLast().medianX()).isNull();
        assertThat(plot.ticks()).extracting(StripPlot.Tick::percent).containsExactly(0, 25, 50, 75, 100);
    }

    @Test
    void long_names_are_shortened_where_they_would_run_into_the_dots() {
        List<StripPlot.Group> groups = List.of(group("Granite Bridge Middle School of Arts", .5));
        assertThat(StripPlot.wide(groups).lines().getFirst().label()).isEqualTo("Granite Bridge Middle Sc…");
        assertThat(StripPlot.narrow(groups).lines().getFirst().label())
                .isEqualTo("Granite Bridge Middle School of Arts");
    }

    @Test
    void dots_of_equal_shares_do_not_cover_each_other() {
        List<StripPlot.Dot> dots = StripPlot.narrow(List.of(group("A", .5, .5, .5)))
                .lines()
                .getFirst()
                .dots();
        assertThat(dots).extracting(StripPlot.Dot::y).doesNotHaveDuplicates();
        assertThat(dots)
                .extracting(StripPlot.Dot::x)
                .containsOnly(dots.getFirst().x());
    }

    @Test
    void median_of_an_even_number_is_the_mean_of_the_middle_two() {
        assertThat(StripPlot.median(group("A", .2, .4, .6, .9).values())).isEqualTo(.5);
        assertThat(StripPlot.median(List.of())).isNull();
    }

    private static StripPlot.Group group(String label, double... shares) {
        return new StripPlot.Group(
                label,
                null,
                java.util.Arrays.stream(shares)
                        .mapToObj(s -> new StripPlot.Value(s, null, null))
                        .toList());
    }
}
