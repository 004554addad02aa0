package io.pacelight.progression.domain.mastery;

import static io.pacelight.progression.domain.evidence.Shown.MON;
import static io.pacelight.progression.domain.evidence.Shown.TUE;
import static io.pacelight.progression.domain.evidence.Shown.WED;
import static io.pacelight.progression.domain.evidence.Shown.attempt;
import static io.pacelight.progression.domain.mastery.Standings.all;
import static io.pacelight.progression.domain.mastery.Standings.keeping;
import static io.pacelight.progression.domain.mastery.Standings.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.progression.domain.evidence.Evidence;
import io.pacelight.progression.domain.evidence.Kind;
import io.pacelight.progression.domain.evidence.Portfolio;
import io.pacelight.progression.domain.evidence.Shown;
import io.pacelight.progression.domain.mastery.Why.SetAside;
import io.pacelight.progression.domain.policy.Highest;
import io.pacelight.progression.domain.policy.PolicySetting;
import org.junit.jupiter.api.Test;

class WhyTest {
    private static Why why(Rules rules, Shown... attempts) {
        return Why.of(Portfolio.of(all(attempts)), rules);
    }

    @Test
    void tells_the_policy_what_counted_what_did_not_and_what_is_missing() {
        Why why = why(
                rules(PolicySetting.UNSET),
                attempt("diagnostic").kind(Kind.DIAGNOSTIC).level(1),
                attempt("quiz").kind(Kind.FORMATIVE).on(MON),
                attempt("with help").withHelp().on(MON),
                attempt("essay").context("essay").on(TUE),
                attempt("essay again").context("essay").on(WED),
                attempt("mistake").takenBack(1));

        assertThat(why.sentence())
                .isEqualTo(
                        "Not yet under at-bats (the default): one demonstration of the 2 needed at 3 (Mastery) or above"
                                + " among the last 3, in 2 contexts or formats, at least 1 school day apart.");
        assertThat(why.counted()).extracting(Evidence::id).containsExactly("essay again");
        assertThat(why.notCounted())
                .containsExactly(
                        new SetAside("diagnostic", "a diagnostic counts only at mastery"),
                        new SetAside("quiz", "formative work guides and doesn't count"),
                        new SetAside("with help", "assisted work is kept and doesn't count"),
                        new SetAside("essay", "in the same context as another that counts"),
                        new SetAside("mistake", "taken back by whoever recorded it"));
        assertThat(why.missing())
                .isEqualTo("one more demonstration at 3 (Mastery) or above, in another context,"
                        + " 1 school day later or more, on a form not seen before");
    }

    @Test
    void mastery_misses_nothing() {
        Why why = why(
                keeping(new Highest()),
                attempt("a").level(2).on(MON),
                attempt("b").on(TUE));
        assertThat(why.sentence())
                .isEqualTo("Mastered under highest (district, version 1): the highest demonstration is 3.00.");
        assertThat(why.missing()).isNull();
        assertThat(why.notCounted()).containsExactly(new SetAside("a", "another demonstration is as high or higher"));
    }

    @Test
    void a_test_out_is_told_as_such() {
        Why why = why(
                keeping(new Highest()),
                attempt("a").kind(Kind.DIAGNOSTIC).level(4).on(MON),
                attempt("b").level(1).on(TUE));
        assertThat(why.sentence())
                .isEqualTo("Mastered under highest (district, version 1): a diagnostic is at 3 (Mastery) or above.");
        assertThat(why.counted()).extracting(Evidence::id).containsExactly("a");
        assertThat(why.notCounted())
                .containsExactly(new SetAside("b", "a diagnostic at mastery has credited the competency"));
    }
}
