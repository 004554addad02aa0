package io.pacelight.progression.domain.policy;

import static io.pacelight.progression.domain.policy.Judging.explain;
import static io.pacelight.progression.domain.policy.Judging.mastered;
import static io.pacelight.progression.domain.policy.Judging.masteredWhileLapsing;
import static io.pacelight.progression.domain.policy.Judging.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class InARowTest {

    private final InARow three = new InARow(3);

    @Test
    void a_score_below_mastery_restarts_the_run() {
        assertThat(mastered(three, 3, 3, 1, 3, 3)).isFalse();
        assertThat(mastered(three, 3, 3, 1, 3, 3, 4)).isTrue();
        assertThat(value(three, 3, 3, 3)).isNull();
    }

    @Test
    void mastery_stays_when_the_run_ends_unless_it_lapses() {
        assertThat(mastered(three, 3, 3, 3, 1)).isTrue();
        assertThat(masteredWhileLapsing(three, 3, 3, 3, 1)).isFalse();
        assertThat(masteredWhileLapsing(three, 3, 3, 3, 3)).isTrue();
    }

    @Test
    void the_run_counts_and_what_lies_around_it_does_not() {
        Explanation kept = explain(three, 1, 3, 3, 3, 2);
        assertThat(kept.finding()).isEqualTo("3 of the 3 needed in a row at 3 (Mastery) or above");
        assertThat(kept.setAside())
                .isEqualTo(Map.of(
                        "a0", "before the run that counts",
                        "a4", "after mastery, which later work doesn't take back"));
        assertThat(kept.missing()).isNull();

        Explanation underWay = explain(three, 3, 1, 3);
        assertThat(underWay.setAside()).containsOnlyKeys("a0", "a1");
        assertThat(underWay.missing()).isEqualTo("two more demonstrations in a row at 3 (Mastery) or above");
    }

    @Test
    void how_many_is_at_least_one() {
        assertThatThrownBy(() -> new InARow(0)).hasMessage("Policy in-a-row: k is 0, but must lie between 1 and 100.");
    }
}
