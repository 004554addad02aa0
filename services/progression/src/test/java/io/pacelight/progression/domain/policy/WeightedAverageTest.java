package io.pacelight.progression.domain.policy;

import static io.pacelight.progression.domain.policy.Judging.explain;
import static io.pacelight.progression.domain.policy.Judging.mastered;
import static io.pacelight.progression.domain.policy.Judging.masteredWhileLapsing;
import static io.pacelight.progression.domain.policy.Judging.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightedAverageTest {

    private final WeightedAverage weighted = new WeightedAverage(65);

    @Test
    void the_newest_score_weighs_65_percent_against_the_mean_of_the_older() {
        assertThat(value(weighted, 1, 2, 3, 4, 5)).isEqualTo("4.13");
        assertThat(value(weighted, 2, 3, 4)).isEqualTo("3.48");
    }

    @Test
    void a_single_score_is_itself() {
        assertThat(value(weighted, 2)).isEqualTo("2.00");
        assertThat(value(weighted)).isNull();
    }

    @Test
    void mastery_is_a_value_at_mastery() {
        assertThat(mastered(weighted, 1, 3)).isFalse();
        assertThat(mastered(weighted, 1, 4)).isFalse();
        assertThat(mastered(weighted, 2, 4)).isTrue();
        assertThat(masteredWhileLapsing(weighted, 2, 4, 1)).isFalse();
    }

    @Test
    void the_weight_is_a_percentage() {
        assertThatThrownBy(() -> new WeightedAverage(0))
                .isInstanceOf(PolicyRefused.class)
                .hasMessage("Policy weighted-average: w is 0, but must lie between 1 and 100.");
        assertThat(value(new WeightedAverage(100), 1, 2)).isEqualTo("2.00");
    }

    @Test
    void why_tells_the_weight() {
        assertThat(explain(weighted, 2, 3).finding())
                .isEqualTo("the average, with the latest demonstration weighing 65 %, is 2.65");
        assertThat(explain(weighted, 2, 3).setAside()).isEqualTo(Map.of());
    }
}
