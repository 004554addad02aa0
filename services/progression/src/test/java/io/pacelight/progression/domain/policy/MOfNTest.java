package io.pacelight.progression.domain.policy;

import static io.pacelight.progression.domain.policy.Judging.explain;
import static io.pacelight.progression.domain.policy.Judging.mastered;
import static io.pacelight.progression.domain.policy.Judging.masteredWhileLapsing;
import static io.pacelight.progression.domain.policy.Judging.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MOfNTest {

    private final MOfN twoOfThree = new MOfN(2, 3);

    @Test
    void the_value_is_the_share_at_mastery_among_the_newest() {
        assertThat(value(twoOfThree, 1, 3)).isEqualTo("0.33");
        assertThat(value(twoOfThree, 3, 3, 1)).isEqualTo("0.67");
        assertThat(value(twoOfThree, 3, 1, 1, 1)).isEqualTo("0.00");
        assertThat(value(twoOfThree)).isNull();
    }

    @Test
    void two_of_the_last_three_are_mastery() {
        assertThat(mastered(twoOfThree, 3, 1, 1, 3)).isFalse();
        assertThat(mastered(twoOfThree, 1, 3, 1, 3)).isTrue();
        assertThat(mastered(twoOfThree, 3, 3, 1, 1, 1)).isTrue();
        assertThat(masteredWhileLapsing(twoOfThree, 3, 3, 1, 1, 1)).isFalse();
    }

    @Test
    void what_the_next_score_pushes_out_is_not_promised() {
        assertThat(explain(twoOfThree, 3, 1, 1).missing()).isEqualTo("two more demonstrations at 3 (Mastery) or above");
        Explanation why = explain(twoOfThree, 3, 1, 1, 3);
        assertThat(why.missing()).isEqualTo("one more demonstration at 3 (Mastery) or above");
        assertThat(why.finding())
                .isEqualTo("one demonstration at 3 (Mastery) or above among the last 3, where 2 are needed");
        assertThat(why.setAside()).containsOnlyKeys("a0", "a1", "a2").containsEntry("a0", "not among the last 3");
        assertThat(explain(twoOfThree, 3, 3, 1).setAside())
                .isEqualTo(Map.of("a2", "after mastery, which later work doesn't take back"));
    }

    @Test
    void more_than_there_are_chances_is_refused() {
        assertThatThrownBy(() -> new MOfN(4, 3)).hasMessage("Policy m-of-n: m is 4, but must lie between 1 and 3.");
        assertThatThrownBy(() -> new MOfN(1, 0)).hasMessage("Policy m-of-n: n is 0, but must lie between 1 and 100.");
    }
}
