package io.pacelight.progression.domain.policy;

import static io.pacelight.progression.domain.evidence.Shown.FRI;
import static io.pacelight.progression.domain.evidence.Shown.MON;
import static io.pacelight.progression.domain.evidence.Shown.THU;
import static io.pacelight.progression.domain.evidence.Shown.TUE;
import static io.pacelight.progression.domain.evidence.Shown.WED;
import static io.pacelight.progression.domain.policy.Judging.KEEPING;
import static io.pacelight.progression.domain.policy.Judging.LAPSING;
import static io.pacelight.progression.domain.policy.Judging.explain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pacelight.progression.domain.evidence.Evidence;
import io.pacelight.progression.domain.evidence.Level;
import io.pacelight.progression.domain.evidence.Shown;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AtBatsTest {
    private static final AtBats POLICY = new AtBats(3, 2, 2, 1);

    private static Shown essay(Instant day) {
        return Shown.attempt("essay " + day).context("essay").on(day);
    }

    private static Shown debate(Instant day) {
        return Shown.attempt("debate " + day).context("debate").on(day);
    }

    private static Verdict judge(Shown... attempts) {
        return POLICY.judge(
                Shown.evidence(attempts).stream()
                        .filter(Evidence::isDemonstration)
                        .toList(),
                KEEPING);
    }

    private static boolean mastered(Shown... attempts) {
        return judge(attempts).stands(false);
    }

    @Test
    void two_of_three_in_two_contexts_on_two_days_are_mastery() {
        assertThat(mastered(essay(MON), debate(TUE))).isTrue();
        assertThat(mastered(essay(MON), debate(TUE).level(2), debate(WED).level(4)))
                .isTrue();
        assertThat(judge(essay(MON), debate(WED).level(4)).level()).isEqualTo(Level.of(4));
    }

    @Test
    void third_demonstration_in_a_new_context_masters_the_competency() {
        assertThat(mastered(essay(MON), essay(TUE))).isFalse();
        assertThat(mastered(essay(MON), essay(TUE), debate(WED))).isTrue();
    }

    @Test
    void another_format_is_as_good_as_another_context() {
        assertThat(mastered(
                        Shown.attempt("a").format("written").on(MON),
                        Shown.attempt("b").format("oral").on(TUE)))
                .isTrue();
    }

    @Test
    void an_unknown_context_is_not_guessed_to_be_another() {
        assertThat(mastered(essay(MON), Shown.attempt("b").on(TUE))).isFalse();
        assertThat(explain(POLICY, Shown.attempt("b").on(MON), essay(TUE)).setAside())
                .isEqualTo(Map.of("b", "its context and format are not known"));
    }

    @Test
    void the_same_day_is_not_far_enough_and_friday_to_monday_is() {
        assertThat(mastered(essay(MON), debate(MON.plus(Duration.ofHours(2))))).isFalse();
        assertThat(mastered(essay(FRI), debate(FRI.plus(Duration.ofDays(3))))).isTrue();
        assertThat(mastered(essay(FRI), debate(FRI.plus(Duration.ofDays(1))))).isFalse();
    }

    @Test
    void without_a_date_it_can_not_be_told_to_be_another_day() {
        Shown undated = Shown.attempt("x").context("debate");
        assertThat(mastered(undated, essay(MON))).isFalse();
        assertThat(explain(POLICY, undated, essay(MON)).setAside())
                .isEqualTo(Map.of("x", "without a date it can't be told to be another school day"));
        assertThat(new AtBats(3, 2, 2, 0)
                        .judge(Shown.evidence(undated, essay(MON)), KEEPING)
                        .stands(false))
                .isTrue();
    }

    @Test
    void a_form_seen_before_neither_helps_nor_uses_a_chance_up() {
        assertThat(mastered(essay(MON).form("A"), debate(TUE).form("A"))).isFalse();
        assertThat(mastered(
                        Shown.attempt("quiz")
                                .kind(io.pacelight.progression.domain.evidence.Kind.FORMATIVE)
                                .form("A")
                                .on(MON),
                        essay(TUE).form("A"),
                        debate(WED).form("B")))
                .isFalse();
        assertThat(mastered(
                        essay(MON).form("A"),
                        essay(TUE).form("A").level(1),
                        essay(WED).form("A").level(1),
                        essay(THU).form("A").level(1),
                        debate(FRI).form("B")))
                .isTrue();
    }

    @Test
    void only_the_last_three_are_looked_at() {
        Shown early = essay(MON);
        assertThat(mastered(early, essay(TUE).level(1), essay(WED).level(2), debate(THU)))
                .isFalse();
        assertThat(mastered(early, essay(TUE).level(1), debate(WED))).isTrue();
    }

    @Test
    void assisted_work_is_no_demonstration() {
        assertThat(mastered(essay(MON), debate(TUE).withHelp())).isFalse();
    }

    @Test
    void later_work_does_not_take_it_back_unless_it_lapses() {
        Shown[] attempts = {
            essay(MON).level(4),
            debate(TUE),
            essay(WED).level(1),
            essay(THU).level(1),
            essay(FRI).level(1)
        };
        assertThat(judge(attempts).stands(false)).isTrue();
        assertThat(judge(attempts).level()).isEqualTo(Level.of(4));
        assertThat(POLICY.judge(Shown.evidence(attempts), LAPSING).stands(true)).isFalse();
        assertThat(POLICY.judge(Shown.evidence(attempts), LAPSING).level()).isEqualTo(Level.of(1));
    }

    @Test
    void progress_promises_only_what_the_next_demonstration_leaves_in_the_window() {
        assertThat(judge(essay(MON)).have()).isEqualTo(1);
        assertThat(judge(essay(MON), essay(TUE)).have()).isEqualTo(1);
        assertThat(judge(essay(MON), essay(TUE).level(1), essay(WED).level(1)).have())
                .isZero();
        assertThat(judge().need()).isEqualTo(2);
    }

    @Test
    void what_is_missing_is_told() {
        assertThat(explain(POLICY, essay(MON)).missing())
                .isEqualTo("one more demonstration at 3 (Mastery) or above, in another context,"
                        + " 1 school day later or more, on a form not seen before");
        assertThat(explain(POLICY, essay(MON).level(1)).missing())
                .isEqualTo("two more demonstrations at 3 (Mastery) or above, in 2 contexts or formats,"
                        + " 1 school day apart, on a form not seen before");
        assertThat(explain(POLICY, essay(MON), debate(TUE)).missing()).isNull();
    }

    @Test
    void what_counted_and_what_did_not_is_told() {
        Explanation why = explain(
                POLICY,
                essay(MON).level(1),
                essay(TUE),
                essay(TUE.plus(Duration.ofHours(1))).form("A"),
                debate(WED),
                debate(THU));
        assertThat(why.finding())
                .isEqualTo("two demonstrations of the 2 needed at 3 (Mastery) or above among the last 3,"
                        + " in 2 contexts or formats, at least 1 school day apart");
        assertThat(why.setAside())
                .containsEntry("essay " + MON, "below 3 (Mastery)")
                .containsEntry("debate " + THU, "after mastery, which later work doesn't take back")
                .doesNotContainKey("debate " + WED);
    }

    @Test
    void reasons_name_the_rule_that_was_not_met() {
        assertThat(explain(POLICY, essay(MON).form("A"), essay(TUE).form("A")).setAside())
                .isEqualTo(Map.of("essay " + TUE, "its form had been seen before"));
        assertThat(explain(POLICY, essay(MON), debate(MON.plusSeconds(60))).setAside())
                .isEqualTo(Map.of("essay " + MON, "less than 1 school day from another that counts"));
        assertThat(explain(POLICY, essay(MON).level(2)).setAside())
                .isEqualTo(Map.of("essay " + MON, "below 3 (Mastery)"));
        assertThat(explain(POLICY, essay(MON), essay(TUE).level(1), essay(WED).level(1))
                        .setAside())
                .containsEntry("essay " + MON, "one of the last 3, but the next one moves it out");
        assertThat(explain(POLICY, essay(MON), essay(TUE), essay(WED), essay(THU))
                        .setAside())
                .containsEntry("essay " + MON, "not among the last 3")
                .containsEntry("essay " + WED, "in the same context as another that counts");
        assertThat(explain(new AtBats(5, 4, 3, 2), essay(MON)).missing())
                .isEqualTo("three more demonstrations at 3 (Mastery) or above, in 2 other contexts,"
                        + " 2 school days later or more, on a form not seen before");
    }

    @Test
    void parameters_that_can_not_be_met_are_refused() {
        assertThatThrownBy(() -> new AtBats(3, 4, 2, 1))
                .hasMessage("Policy at-bats: need is 4, but must lie between 1 and 3.");
        assertThatThrownBy(() -> new AtBats(3, 2, 3, 1))
                .hasMessage("Policy at-bats: contexts is 3, but must lie between 1 and 2.");
        assertThatThrownBy(() -> new AtBats(13, 2, 2, 1))
                .hasMessage("Policy at-bats: chances is 13, but must lie between 1 and 12.");
        assertThatThrownBy(() -> new AtBats(3, 2, 2, -1))
                .hasMessage("Policy at-bats: days is -1, but must lie between 0 and 100.");
    }
}
