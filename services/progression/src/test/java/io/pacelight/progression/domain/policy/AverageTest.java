package io.pacelight.progression.domain.policy;

import static io.pacelight.progression.domain.policy.Judging.explain;
import static io.pacelight.progression.domain.policy.Judging.mastered;
import static io.pacelight.progression.domain.policy.Judging.masteredWhileLapsing;
import static io.pacelight.progression.domain.policy.Judging.value;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AverageTest {

    private final Average average = new Average();

    @Test
    void the_value_is_the_mean() {
        assertThat(value(average, 2, 4, 3)).isEqualTo("3.00");
        assertThat(value(average, 2, 3, 3)).isEqualTo("2.67");
    }

    @Test
    void mastery_is_a_mean_at_mastery_after_some_score() {
        assertThat(mastered(average, 2, 3)).isFalse();
        assertThat(mastered(average, 2, 4)).isTrue();
        assertThat(mastered(average, 2, 4, 1)).isTrue();
        assertThat(masteredWhileLapsing(average, 2, 4, 1)).isFalse();
    }

    @Test
    void the_next_step_is_told() {
        assertThat(explain(average, 2).missing()).isEqualTo("one more demonstration at 4 (Exceeds) or above");
        assertThat(explain(average, 1, 1).missing()).isEqualTo("several more demonstrations at 3 (Mastery) or above");
        assertThat(explain(average, 2, 3).finding()).isEqualTo("the average of the demonstrations is 2.50");
        assertThat(explain(average, 2, 3).setAside()).isEmpty();
    }
}
