package io.pacelight.progression.domain.mastery;

import static io.pacelight.progression.domain.evidence.Shown.MON;
import static io.pacelight.progression.domain.evidence.Shown.TUE;
import static io.pacelight.progression.domain.evidence.Shown.WED;
import static io.pacelight.progression.domain.evidence.Shown.attempt;
import static io.pacelight.progression.domain.mastery.Standings.all;
import static io.pacelight.progression.domain.mastery.Standings.fold;
import static io.pacelight.progression.domain.mastery.Standings.keeping;
import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.progression.domain.evidence.Attempt;
import io.pacelight.progression.domain.evidence.Level;
import io.pacelight.progression.domain.evidence.Shown;
import io.pacelight.progression.domain.mastery.MasteryEvent.EvidenceJudged;
import io.pacelight.progression.domain.mastery.MasteryEvent.LevelChanged;
import io.pacelight.progression.domain.mastery.MasteryEvent.MasteryAchieved;
import io.pacelight.progression.domain.mastery.MasteryEvent.MasteryRevoked;
import io.pacelight.progression.domain.policy.AtBats;
import io.pacelight.progression.domain.policy.Highest;
import io.pacelight.progression.domain.policy.InARow;
import io.pacelight.progression.domain.policy.Latest;
import java.util.List;
import org.junit.jupiter.api.Test;

class MasteryDeciderTest {
    private final Rules latest = keeping(new Latest());

    private static List<MasteryEvent> told(Mastery state, Rules rules, Shown... attempts) {
        return MasteryDecider.decide(state, all(attempts), rules).stream()
                .filter(event -> !(event instanceof EvidenceJudged))
                .toList();
    }

    @Test
    void a_first_score_at_mastery_changes_the_level_and_achieves_mastery() {
        List<MasteryEvent> events =
                MasteryDecider.decide(Mastery.NONE, all(attempt("a").on(MON)), latest);
        assertThat(events)
                .hasSize(3)
                .endsWith(new LevelChanged(Level.ZERO, Level.of(3), "a"), new MasteryAchieved(Level.of(3), "a", MON));
        assertThat(events.getFirst()).isInstanceOfSatisfying(EvidenceJudged.class, judged -> {
            assertThat(judged.absorbed()).extracting(Attempt::id).containsExactly("a");
            assertThat(judged.standing().mastered()).isTrue();
        });
    }

    @Test
    void evidence_already_absorbed_decides_nothing() {
        Mastery state = fold(Mastery.NONE, all(attempt("a"), attempt("b").level(1)), latest);
        assertThat(MasteryDecider.decide(state, all(attempt("a")), latest)).isEmpty();
        assertThat(MasteryDecider.decide(Mastery.NONE, List.of(), latest)).isEmpty();
    }

    @Test
    void evidence_that_moves_nothing_is_told_as_a_row_alone() {
        Mastery state = fold(Mastery.NONE, all(attempt("a").on(MON)), latest);
        assertThat(MasteryDecider.decide(state, all(attempt("b").on(TUE)), latest))
                .hasSize(1);
    }

    @Test
    void mastery_is_achieved_once_however_often_it_is_shown() {
        Mastery state = fold(Mastery.NONE, all(attempt("a").on(MON)), latest);
        assertThat(told(state, latest, attempt("b").level(4).on(TUE)))
                .containsExactly(new LevelChanged(Level.of(3), Level.of(4), "b"));
        assertThat(told(state, latest, attempt("b").level(1).on(TUE))).isEmpty();
    }

    @Test
    void a_correction_may_revoke_mastery_and_another_give_it_back() {
        Mastery state = fold(Mastery.NONE, all(attempt("a").on(MON)), latest);
        Shown lowered = attempt("a").on(MON).level(2).corrected(1);
        assertThat(told(state, latest, lowered))
                .containsExactly(new LevelChanged(Level.of(3), Level.of(2), "a"), new MasteryRevoked(Level.of(2), "a"));

        Mastery revoked = fold(state, all(lowered), latest);
        assertThat(told(revoked, latest, attempt("a").on(MON).corrected(2)))
                .endsWith(new MasteryAchieved(Level.of(3), "a", MON));
    }

    @Test
    void a_void_takes_the_level_back_to_none() {
        Mastery state = fold(Mastery.NONE, all(attempt("a")), latest);
        assertThat(told(state, latest, attempt("a").takenBack(1)))
                .containsExactly(new LevelChanged(Level.of(3), Level.ZERO, "a"), new MasteryRevoked(Level.ZERO, "a"));
    }

    @Test
    void earlier_evidence_that_arrives_late_may_revoke() {
        Rules rules = keeping(new AtBats(3, 2, 2, 1));
        Mastery state = fold(
                Mastery.NONE,
                all(
                        attempt("b").context("essay").form("B").on(TUE),
                        attempt("c").context("debate").form("C").on(WED)),
                rules);
        assertThat(state.standing()).extracting("masteredBy").isEqualTo("c");
        assertThat(told(state, rules, attempt("a").form("B").level(1).on(MON)))
                .containsExactly(new LevelChanged(Level.of(3), Level.of(2), "a"), new MasteryRevoked(Level.of(2), "a"));
    }

    @Test
    void what_cancels_out_within_one_step_is_not_told() {
        assertThat(told(
                        Mastery.NONE,
                        latest,
                        attempt("a").on(MON),
                        attempt("a").on(MON).level(1).corrected(1)))
                .containsExactly(new LevelChanged(Level.ZERO, Level.of(1), "a"));
    }

    @Test
    void a_change_of_policy_recomputes_and_names_no_attempt_as_the_cause() {
        Mastery state = fold(
                Mastery.NONE, all(attempt("a").on(MON), attempt("b").level(1).on(TUE)), keeping(new Highest()));
        assertThat(MasteryDecider.decide(state, List.of(), keeping(new Highest())))
                .isEmpty();
        assertThat(told(state, keeping(new InARow(2))))
                .containsExactly(
                        new LevelChanged(Level.of(3), Level.of(1), null), new MasteryRevoked(Level.of(1), null));
    }

    @Test
    void folding_the_facts_rebuilds_the_state_without_judging_again() {
        Mastery rebuilt = Mastery.NONE;
        Mastery state = Mastery.NONE;
        for (Attempt attempt : Shown.scores(1, 3, 2, 4)) {
            for (MasteryEvent event : MasteryDecider.decide(state, List.of(attempt), latest)) {
                rebuilt = MasteryDecider.evolve(rebuilt, event);
            }
            state = fold(state, List.of(attempt), latest);
        }
        assertThat(rebuilt).isEqualTo(state).isEqualTo(fold(Mastery.NONE, Shown.scores(1, 3, 2, 4), latest));
    }
}
