package io.pacelight.progression.domain.evidence;

import static io.pacelight.progression.domain.evidence.Shown.FRI;
import static io.pacelight.progression.domain.evidence.Shown.MON;
import static io.pacelight.progression.domain.evidence.Shown.RECORDED;
import static io.pacelight.progression.domain.evidence.Shown.TUE;
import static io.pacelight.progression.domain.evidence.Shown.attempt;
import static io.pacelight.progression.domain.evidence.Shown.evidence;
import static io.pacelight.progression.domain.evidence.Shown.points;
import static io.pacelight.progression.domain.evidence.Shown.rubric;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PortfolioTest {
    @Test
    void rows_of_one_form_and_instant_are_one_sitting_whose_points_add_up() {
        List<Evidence> evidence = evidence(
                attempt("a").form("test").on(MON).score(points("1", "1")),
                attempt("b").form("test").on(MON).score(points("1.5", "4")),
                attempt("c").form("test").on(TUE).score(points("4", "5")));

        assertThat(evidence).extracting(Evidence::level).containsExactly(Level.of(1), Level.of(3));
        assertThat(evidence.getFirst().attempts()).containsExactly("a", "b");
        assertThat(evidence).extracting(Evidence::formSeenBefore).containsExactly(false, true);
    }

    @Test
    void a_row_without_a_form_or_a_date_is_a_sitting_of_its_own() {
        assertThat(evidence(attempt("a").on(MON), attempt("b").on(MON))).hasSize(2);
        assertThat(evidence(attempt("a").form("test"), attempt("b").form("test")))
                .hasSize(2);
    }

    @Test
    void a_sitting_with_levels_among_its_rows_is_their_mean() {
        List<Evidence> evidence = evidence(
                attempt("a").form("test").on(MON).score(rubric("4")),
                attempt("b").form("test").on(MON).score(points("7", "10")),
                attempt("c").form("test").on(MON).score(rubric("2")));

        assertThat(evidence).extracting(Evidence::level).containsExactly(Level.of("2.666667"));
    }

    @Test
    void a_sitting_is_assisted_if_a_row_is_and_guides_if_its_rows_differ_in_kind() {
        Evidence sitting = evidence(
                        attempt("a").form("test").on(MON),
                        attempt("b").form("test").on(MON).context("lab").withHelp(),
                        attempt("c").form("test").on(MON).format("oral").kind(Kind.FORMATIVE))
                .getFirst();

        assertThat(sitting.assisted()).isTrue();
        assertThat(sitting.kind()).isEqualTo(Kind.FORMATIVE);
        assertThat(sitting.context()).isEqualTo("lab");
        assertThat(sitting.format()).isEqualTo("oral");
    }

    @Test
    void evidence_is_ordered_by_date_then_recording_then_ordinal_then_id_and_a_missing_date_is_first() {
        List<Evidence> evidence = evidence(
                attempt("f").on(FRI),
                attempt("e").on(MON).recorded(RECORDED.plusSeconds(1)),
                attempt("d").on(MON).ordinal(10),
                attempt("c").on(MON).ordinal(9),
                attempt("b").on(MON).ordinal(9),
                attempt("a"));

        assertThat(evidence).extracting(Evidence::id).containsExactly("a", "b", "c", "d", "e", "f");
    }

    @Test
    void a_correction_replaces_what_it_corrects_and_a_void_takes_it_away_even_if_the_original_comes_later() {
        Attempt first = attempt("a").level(1).get();
        Attempt corrected = attempt("a").level(3).corrected(1).get();
        Attempt voided = attempt("a").takenBack(2).get();

        assertThat(Portfolio.of(List.of(corrected, first)).evidence(Scale.DEFAULT))
                .extracting(Evidence::level)
                .containsExactly(Level.of(3));
        assertThat(Portfolio.of(List.of(voided)).with(List.of(first, corrected)).evidence(Scale.DEFAULT))
                .isEmpty();
        assertThat(Portfolio.of(List.of(first, voided)).voided()).containsExactly(voided);
    }

    @Test
    void what_is_known_is_no_news() {
        Portfolio portfolio = Portfolio.of(Shown.scores(1, 2));

        assertThat(portfolio.with(Shown.scores(1, 2))).isSameAs(portfolio);
        assertThat(portfolio.news(Shown.scores(1, 2, 3)))
                .extracting(Attempt::id)
                .containsExactly("a2");
    }

    @Test
    void any_order_and_any_repetition_give_the_same_portfolio() {
        List<Attempt> attempts = new ArrayList<>(Shown.scores(1, 2, 3, 4, 2));
        attempts.add(attempt("a1").level(4).corrected(1).get());
        attempts.add(attempt("a2").takenBack(1).get());
        Portfolio expected = Portfolio.of(attempts);
        long seed = 20_220_509;
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Attempt> shuffled = new ArrayList<>(attempts);
            shuffled.addAll(attempts.subList(0, random.nextInt(attempts.size())));
            Collections.shuffle(shuffled, random);
            Portfolio portfolio = Portfolio.EMPTY;
            for (Attempt attempt : shuffled) {
                portfolio = portfolio.with(List.of(attempt));
            }
            assertThat(portfolio)
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(expected)
                    .hasSameHashCodeAs(expected);
        }
        assertThat(expected.toString()).contains("a4");
    }
}
