package io.pacelight.progression.domain.policy;

import static io.pacelight.progression.domain.policy.Judging.explain;
import static io.pacelight.progression.domain.policy.Judging.mastered;
import static io.pacelight.progression.domain.policy.Judging.masteredWhileLapsing;
import static io.pacelight.progression.domain.policy.Judging.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NTimesTest {

    private final NTimes three = new NTimes(3);

    @Test
    void the_value_is_the_mean_of_the_scores_at_mastery() {
        assertThat(value(three, 4, 5, 1, 3, 2, 3)).isEqualTo("3.75");
    }

    @Test
    void there_is_no_value_before_that_many() {
        assertThat(value(three, 3, 1, 2)).isNull();
        assertThat(value(three)).isNull();
    }

    @Test
    void the_third_score_at_mastery_is_mastery_whenever_it_comes() {
        assertThat(mastered(three, 3, 1, 3)).isFalse();
        assertThat(mastered(three, 3, 1, 3, 1, 4)).isTrue();
        assertThat(masteredWhileLapsing(three, 3, 1, 3, 1, 4, 1)).isTrue();
    }

    @Test
    void progress_and_what_is_missing_are_told() {
        Explanation why = explain(three, 3, 1, 3);
        assertThat(why.finding()).isEqualTo("two demonstrations of the 3 needed at 3 (Mastery) or above");
        assertThat(why.setAside()).isEqualTo(Map.of("a1", "below 3 (Mastery)"));
        assertThat(why.missing()).isEqualTo("one more demonstration at 3 (Mastery) or above");
        assertThat(explain(three, 3, 3, 3).missing()).isNull();
    }

    @Test
    void how_many_is_at_least_one() {
        assertThatThrownBy(() -> new NTimes(0)).hasMessage("Policy n-times: n is 0, but must lie between 1 and 100.");
    }
}
