package io.pacelight.progression.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PoliciesTest {
    @Test
    void every_permitted_policy_is_offered_by_its_name() {
        assertThat(Policies.names())
                .containsExactly(
                        "at-bats",
                        "average",
                        "decaying-average",
                        "highest",
                        "in-a-row",
                        "latest",
                        "m-of-n",
                        "n-times",
                        "weighted-average");
    }

    @Test
    void a_parameter_left_out_has_its_default() {
        assertThat(Policies.make("at-bats", Map.of("need", 3, "contexts", 1))).isEqualTo(new AtBats(3, 3, 1, 1));
        assertThat(Policies.make("weighted-average", Map.of())).isEqualTo(new WeightedAverage(65));
        assertThat(Policies.DEFAULT).isEqualTo(new AtBats(3, 2, 2, 1));
    }

    @Test
    void a_policy_tells_its_name_and_parameters() {
        assertThat(Policies.nameOf(new MOfN(2, 3))).isEqualTo("m-of-n");
        assertThat(Policies.parametersOf(new MOfN(2, 3))).isEqualTo(Map.of("m", 2, "n", 3));
        for (String name : Policies.names()) {
            MasteryPolicy policy = Policies.make(
                    name,
                    name.equals("m-of-n")
                            ? Map.of("m", 2, "n", 3)
                            : name.equals("n-times") ? Map.of("n", 2) : Map.of());
            assertThat(Policies.make(Policies.nameOf(policy), Policies.parametersOf(policy)))
                    .isEqualTo(policy);
        }
    }

    @Test
    void what_can_not_be_made_is_refused_with_the_way_out() {
        assertThatThrownBy(() -> Policies.make("median", Map.of()))
                .isInstanceOf(PolicyRefused.class)
                .hasMessage("There is no policy median; choose one of at-bats, average, decaying-average, highest,"
                        + " in-a-row, latest, m-of-n, n-times, weighted-average.");
        assertThatThrownBy(() -> Policies.make("in-a-row", Map.of("n", 3)))
                .hasMessage("Policy in-a-row has no parameter n; it has k.");
        assertThatThrownBy(() -> Policies.make("latest", Map.of("n", 3)))
                .hasMessage("Policy latest has no parameter n; it has none.");
        assertThatThrownBy(() -> Policies.make("n-times", Map.of()))
                .hasMessage("Policy n-times needs the parameter n, a whole number.");
        assertThatThrownBy(() -> Policies.make("in-a-row", Map.of("k", 0)))
                .isInstanceOf(PolicyRefused.class)
                .hasMessage("Policy in-a-row: k is 0, but must lie between 1 and 100.");
    }
}
