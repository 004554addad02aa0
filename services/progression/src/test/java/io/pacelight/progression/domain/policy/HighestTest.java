package io.pacelight.progression.domain.policy;

import static io.pacelight.progression.domain.policy.Judging.explain;
import static io.pacelight.progression.domain.policy.Judging.mastered;
import static io.pacelight.progression.domain.policy.Judging.masteredWhileLapsing;
import static io.pacelight.progression.domain.policy.Judging.value;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HighestTest {

    private final Highest highest = new Highest();

    @Test
    void the_value_is_the_highest_score() {
        assertThat(value(highest, 2, 4, 3)).isEqualTo("4.00");
    }

    @Test
    void one_score_at_mastery_is_mastery() {
        assertThat(mastered(highest, 1, 2)).isFalse();
        assertThat(mastered(highest, 1, 3, 1)).isTrue();
        assertThat(masteredWhileLapsing(highest, 1, 3, 1)).isTrue();
    }

    @Test
    void only_the_highest_counts() {
        Explanation why = explain(highest, 1, 2, 2);
        assertThat(why.finding()).isEqualTo("the highest demonstration is 2.00");
        assertThat(why.setAside()).containsOnlyKeys("a0", "a2");
        assertThat(why.missing()).isEqualTo("one more demonstration at 3 (Mastery) or above");
    }
}
