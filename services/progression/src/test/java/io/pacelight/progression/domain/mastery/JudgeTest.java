package io.pacelight.progression.domain.mastery;

import static io.pacelight.progression.domain.evidence.Shown.MON;
import static io.pacelight.progression.domain.evidence.Shown.RECORDED;
import static io.pacelight.progression.domain.evidence.Shown.TUE;
import static io.pacelight.progression.domain.evidence.Shown.WED;
import static io.pacelight.progression.domain.evidence.Shown.attempt;
import static io.pacelight.progression.domain.mastery.Standings.keeping;
import static io.pacelight.progression.domain.mastery.Standings.lapsing;
import static io.pacelight.progression.domain.mastery.Standings.standing;
import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.progression.domain.evidence.Kind;
import io.pacelight.progression.domain.evidence.Level;
import io.pacelight.progression.domain.evidence.Portfolio;
import io.pacelight.progression.domain.evidence.Shown;
import io.pacelight.progression.domain.evidence.State;
import io.pacelight.progression.domain.policy.AtBats;
import io.pacelight.progression.domain.policy.Average;
import io.pacelight.progression.domain.policy.Highest;
import io.pacelight.progression.domain.policy.InARow;
import io.pacelight.progression.domain.policy.Latest;
import io.pacelight.progression.domain.policy.NTimes;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static Shown formative(String id, int level) {
        return attempt(id).kind(Kind.FORMATIVE).level(level);
    }

    private static Shown diagnostic(String id, int level) {
        return attempt(id).kind(Kind.DIAGNOSTIC).level(level);
    }

    @Test
    void without_evidence_there_is_no_level() {
        Standing standing = standing(keeping(new Latest()));
        assertThat(standing.state()).isEqualTo(State.NONE);
        assertThat(standing.shown()).isEqualTo(Level.ZERO);
        assertThat(standing.status()).isEqualTo(Status.READY);
        assertThat(standing.attempts()).isZero();
    }

    @Test
    void until_the_policy_is_met_the_shown_level_stays_below_mastery_with_progress_beside_it() {
        Standing standing = standing(
                keeping(new AtBats(3, 2, 2, 1)),
                attempt("a").level(4).context("essay").on(MON));
        assertThat(standing.level()).isEqualTo(Level.of(4));
        assertThat(standing.shown()).isEqualTo(Level.of(2));
        assertThat(standing.state()).isEqualTo(State.APPROACHING);
        assertThat(standing.progress()).isEqualTo("1 of 2");
        assertThat(standing.status()).isEqualTo(Status.LEARNING);
        assertThat(standing.mastered()).isFalse();
    }

    @Test
    void once_met_the_shown_level_is_at_least_mastery() {
        Standing standing = standing(
                keeping(new Latest()),
                attempt("a").on(MON),
                attempt("b").level(1).on(TUE));
        assertThat(standing.mastered()).isTrue();
        assertThat(standing.value()).isEqualTo(new BigDecimal("1.00"));
        assertThat(standing.shown()).isEqualTo(Level.of(3));
        assertThat(standing.state()).isEqualTo(State.MASTERY);
        assertThat(standing.masteredBy()).isEqualTo("a");
        assertThat(standing.masteredAt()).isEqualTo(MON);
        assertThat(standing.progress()).isNull();
    }

    @Test
    void mastery_without_a_date_dates_from_its_recording() {
        assertThat(standing(keeping(new Latest()), attempt("a")).masteredAt()).isEqualTo(RECORDED);
    }

    @Test
    void where_it_lapses_mastery_dates_from_the_last_crossing() {
        Standing standing = standing(
                lapsing(new Latest()),
                attempt("a").on(MON),
                attempt("b").level(1).on(TUE),
                attempt("c").on(WED));
        assertThat(standing.masteredBy()).isEqualTo("c");
        assertThat(standing(
                                lapsing(new Latest()),
                                attempt("a").on(MON),
                                attempt("b").level(1).on(TUE))
                        .mastered())
                .isFalse();
    }

    @Test
    void formative_evidence_guides_and_never_lowers_a_level() {
        Standing standing = standing(
                keeping(new Latest()),
                formative("a", 2).on(MON),
                formative("b", 1).on(TUE));
        assertThat(standing.level()).isEqualTo(Level.of(2));
        assertThat(standing.mastered()).isFalse();

        Standing mastered = standing(
                lapsing(new Average()), attempt("a").on(MON), formative("b", 1).on(TUE));
        assertThat(mastered.level()).isEqualTo(Level.of(3));
        assertThat(mastered.mastered()).isTrue();
    }

    @Test
    void a_formative_at_mastery_meets_a_prerequisite_and_is_no_mastery() {
        Standing standing = standing(keeping(new Highest()), formative("a", 3));
        assertThat(standing.meetsPrerequisite()).isTrue();
        assertThat(standing.mastered()).isFalse();
        assertThat(standing.shown()).isEqualTo(Level.of(2));
        assertThat(standing(keeping(new Highest()), formative("a", 3).withHelp())
                        .meetsPrerequisite())
                .isFalse();
    }

    @Test
    void assisted_work_does_not_count() {
        Standing standing = standing(keeping(new Highest()), attempt("a").withHelp());
        assertThat(standing.mastered()).isFalse();
        assertThat(standing.level()).isEqualTo(Level.ZERO);
        assertThat(standing.attempts()).isEqualTo(1);
    }

    @Test
    void a_diagnostic_at_mastery_tests_out() {
        Standing standing =
                standing(keeping(new AtBats(3, 2, 2, 1)), diagnostic("a", 4).on(MON));
        assertThat(standing.masteredBy()).isEqualTo("a");
        assertThat(standing.shown()).isEqualTo(Level.of(4));
        assertThat(standing(keeping(new Latest()), diagnostic("a", 2)).mastered())
                .isFalse();
        assertThat(standing(keeping(new Latest()), diagnostic("a", 2)).status()).isEqualTo(Status.LEARNING);
        assertThat(standing(keeping(new Latest()), diagnostic("a", 3).withHelp())
                        .mastered())
                .isFalse();
    }

    @Test
    void a_test_out_lapses_only_where_mastery_does() {
        Shown[] attempts = {diagnostic("a", 3).on(MON), attempt("b").level(1).on(TUE)};
        assertThat(standing(keeping(new Latest()), attempts).mastered()).isTrue();
        assertThat(standing(lapsing(new Latest()), attempts).mastered()).isFalse();
    }

    @Test
    void of_test_out_and_policy_the_earlier_masters() {
        assertThat(standing(
                                keeping(new Latest()),
                                diagnostic("a", 3).on(TUE),
                                attempt("b").on(MON))
                        .masteredBy())
                .isEqualTo("b");
        assertThat(standing(
                                keeping(new Latest()),
                                diagnostic("a", 3).on(MON),
                                attempt("b").on(TUE))
                        .masteredBy())
                .isEqualTo("a");
    }

    @Test
    void the_status_follows_the_evidence() {
        Rules rules = keeping(new NTimes(2));
        Shown good = attempt("good").on(MON);
        Shown poor = attempt("poor").level(1).on(TUE);
        assertThat(standing(rules, good).status()).isEqualTo(Status.LEARNING);
        assertThat(standing(rules, good, poor).status()).isEqualTo(Status.CORRECTIVE);
        assertThat(standing(rules, formative("f", 2)).status()).isEqualTo(Status.CORRECTIVE);
        assertThat(standing(rules, poor, formative("f", 3).on(WED)).status()).isEqualTo(Status.RETAKE_READY);
        assertThat(standing(rules, good, formative("f", 3).on(WED)).status()).isEqualTo(Status.LEARNING);
        assertThat(standing(rules, poor, formative("f", 3).on(WED).withHelp()).status())
                .isEqualTo(Status.LEARNING);
        assertThat(standing(rules, good, attempt("b").on(WED)).status()).isEqualTo(Status.MASTERED);
        assertThat(standing(
                                rules,
                                good,
                                attempt("b").on(TUE),
                                attempt("c").level(4).on(WED))
                        .status())
                .isEqualTo(Status.ENRICHMENT);
    }

    @Test
    void the_newest_ten_levels_are_kept_oldest_first() {
        Standing standing =
                Judge.judge(Portfolio.of(Shown.scores(4, 4, 1, 2, 3, 1, 2, 3, 1, 2, 3, 4)), keeping(new InARow(3)));
        assertThat(standing.attempts()).isEqualTo(12);
        assertThat(standing.recent())
                .hasSize(10)
                .startsWith(Level.of(1), Level.of(2))
                .endsWith(Level.of(4));
    }

    @Test
    void movement_is_a_change_of_status_or_level_or_a_demonstration() {
        Rules rules = keeping(new NTimes(2));
        assertThat(standing(rules).movedAt()).isNull();
        assertThat(standing(rules, formative("a", 1).on(MON), formative("b", 1).on(TUE)))
                .extracting(Standing::movedAt, Standing::lastAttemptAt)
                .containsExactly(MON, TUE);
        assertThat(standing(rules, formative("a", 1).on(MON), formative("b", 2).on(TUE))
                        .movedAt())
                .isEqualTo(TUE);
        assertThat(standing(
                                rules,
                                attempt("a").level(1).on(MON),
                                attempt("b").level(1).on(WED))
                        .movedAt())
                .isEqualTo(WED);
        assertThat(standing(
                                rules,
                                attempt("a").level(1).on(MON),
                                formative("b", 3).on(WED))
                        .movedAt())
                .isEqualTo(WED);
    }
}
