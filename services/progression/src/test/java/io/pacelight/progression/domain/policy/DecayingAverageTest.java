package io.pacelight.progression.domain.policy;

import static io.pacelight.progression.domain.policy.Judging.explain;
import static io.pacelight.progression.domain.policy.Judging.mastered;
import static io.pacelight.progression.domain.policy.Judging.masteredWhileLapsing;
import static io.pacelight.progression.domain.policy.Judging.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DecayingAverageTest {

    private final DecayingAverage decaying = new DecayingAverage(65);

    @Test
    void each_next_score_is_mixed_in_with_65_percent() {
        assertThat(value(decaying, 1, 2, 3, 4, 5)).isEqualTo("4.47");
        assertThat(value(decaying, 2, 3, 4)).isEqualTo("3.53");
        assertThat(value(decaying)).isNull();
    }

    @Test
    void a_tie_is_rounded_up_exactly() {
        assertThat(value(new DecayingAverage(50), 1, 2, 1, 2)).isEqualTo("1.63");
        assertThat(value(new DecayingAverage(50), 2, 1, 2, 1)).isEqualTo("1.38");
        assertThat(value(new DecayingAverage(35), 3, 2, 2)).isEqualTo("2.42");
    }

    @Test
    void mastery_is_a_value_at_mastery() {
        assertThat(mastered(decaying, 2, 3)).isFalse();
        assertThat(mastered(decaying, 2, 4)).isTrue();
        assertThat(masteredWhileLapsing(decaying, 2, 4, 1)).isFalse();
    }

    @Test
    void the_weight_is_a_percentage() {
        assertThatThrownBy(() -> new DecayingAverage(101))
                .hasMessage("Policy decaying-average: w is 101, but must lie between 1 and 100.");
    }

    @Test
    void why_tells_the_weight() {
        assertThat(explain(decaying, 2, 3).finding())
                .isEqualTo("the average, with each later demonstration weighing 65 %, is 2.65");
        assertThat(explain(decaying, 2, 3).setAside()).isEqualTo(Map.of());
    }
}
