package io.pacelight.progression.domain.policy;

import static io.pacelight.progression.domain.policy.Judging.explain;
import static io.pacelight.progression.domain.policy.Judging.mastered;
import static io.pacelight.progression.domain.policy.Judging.masteredWhileLapsing;
import static io.pacelight.progression.domain.policy.Judging.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LatestTest {

    private final Latest latest = new Latest();

    @Test
    void the_value_is_the_newest_score() {
        assertThat(value(latest, 2, 4, 3)).isEqualTo("3.00");
        assertThat(value(latest)).isNull();
    }

    @Test
    void mastery_stays_when_a_later_score_is_lower_unless_it_lapses() {
        assertThat(mastered(latest, 1, 2)).isFalse();
        assertThat(mastered(latest, 3, 2)).isTrue();
        assertThat(masteredWhileLapsing(latest, 3, 2)).isFalse();
        assertThat(masteredWhileLapsing(latest, 3, 2, 3)).isTrue();
    }

    @Test
    void only_the_newest_counts() {
        Explanation why = explain(latest, 4, 2);
        assertThat(why.finding()).isEqualTo("the latest demonstration is 2.00, and mastery once reached stays");
        assertThat(why.setAside()).isEqualTo(Map.of("a0", "a later demonstration takes its place"));
        assertThat(why.missing()).isNull();
        assertThat(explain(latest, 2).missing()).isEqualTo("one more demonstration at 3 (Mastery) or above");
        assertThat(explain(latest, new int[0]).finding()).isEqualTo("there is no demonstration yet");
    }
}
