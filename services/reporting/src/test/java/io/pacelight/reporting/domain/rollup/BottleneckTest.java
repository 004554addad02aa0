package io.pacelight.reporting.domain.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BottleneckTest {
    @Test
    void half_stuck_is_watch_and_four_fifths_a_system_problem() {
        var bottlenecks = Bottleneck.among(
                Map.of(
                        "OK", new CompetencyTally(30, 11, 9),
                        "WATCH", new CompetencyTally(20, 10, 10),
                        "SYSTEM", new CompetencyTally(25, 4, 16)),
                Bottleneck.LEAST_IN_SCHOOL);

        assertThat(bottlenecks)
                .containsExactly(
                        new Bottleneck("SYSTEM", 16, 20, 5, Bottleneck.Level.SYSTEM),
                        new Bottleneck("WATCH", 10, 20, 0, Bottleneck.Level.WATCH),
                        new Bottleneck("OK", 9, 20, 10, Bottleneck.Level.OK));
        assertThat(bottlenecks.getFirst().share()).isEqualTo(0.8, within(1e-9));
    }

    @Test
    void nothing_is_said_with_fewer_than_twenty_determinate_and_in_a_class_ten() {
        var tallies = Map.of("A", new CompetencyTally(40, 1, 18));

        assertThat(Bottleneck.among(tallies, Bottleneck.LEAST_IN_SCHOOL)).isEmpty();
        assertThat(Bottleneck.among(tallies, Bottleneck.LEAST_IN_CLASS)).hasSize(1);
    }
}
