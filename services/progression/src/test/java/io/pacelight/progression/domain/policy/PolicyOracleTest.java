package io.pacelight.progression.domain.policy;

import static io.pacelight.progression.domain.policy.Judging.KEEPING;
import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.progression.domain.evidence.Attempt;
import io.pacelight.progression.domain.evidence.Evidence;
import io.pacelight.progression.domain.evidence.Level;
import io.pacelight.progression.domain.evidence.Portfolio;
import io.pacelight.progression.domain.evidence.Scale;
import io.pacelight.progression.domain.evidence.Shown;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each policy against its definition written out naively, prefix by prefix, on random evidence. */
class PolicyOracleTest {
    private static final BigDecimal MASTERY = BigDecimal.valueOf(3);
    private static final MathContext EXACT = new MathContext(200);

    private interface Definition {
        /** The value of a prefix that is not empty; absent where there is none. */
        @Nullable
        BigDecimal value(List<Evidence> prefix);
    }

    private interface Condition {
        boolean met(List<Evidence> prefix);
    }

    @Test
    void values_agree_with_their_definitions() {
        agrees(new Latest(), prefix -> score(prefix.getLast()));
        agrees(
                new Highest(),
                prefix -> scores(prefix).stream().max(BigDecimal::compareTo).orElseThrow());
        agrees(new Average(), prefix -> mean(scores(prefix)));
        for (int w : new int[] {1, 30, 50, 65, 100}) {
            BigDecimal weight = BigDecimal.valueOf(w, 2);
            agrees(new WeightedAverage(w), prefix -> weighted(scores(prefix), weight));
            agrees(new DecayingAverage(w), prefix -> decaying(scores(prefix), weight));
        }
        for (int n = 1; n <= 4; n++) {
            int times = n;
            agrees(new NTimes(n), prefix -> {
                List<BigDecimal> reached = scores(prefix).stream()
                        .filter(PolicyOracleTest::reached)
                        .toList();
                return reached.size() < times ? null : mean(reached);
            });
        }
    }

    @Test
    void counting_policies_agree_with_their_definitions() {
        for (int k = 1; k <= 4; k++) {
            int row = k;
            meets(
                    new InARow(k),
                    prefix -> last(prefix, row).filter(PolicyOracleTest::good).size() == row);
            for (int n = k; n <= 6; n++) {
                int window = n;
                meets(
                        new MOfN(k, n),
                        prefix -> last(prefix, window)
                                        .filter(PolicyOracleTest::good)
                                        .size()
                                >= row);
            }
        }
    }

    @Test
    void at_bats_agree_with_every_subset_tried() {
        for (AtBats policy : List.of(
                new AtBats(3, 2, 2, 1),
                new AtBats(3, 2, 1, 0),
                new AtBats(5, 3, 2, 2),
                new AtBats(6, 3, 3, 1),
                new AtBats(4, 4, 2, 0))) {
            meets(policy, prefix -> someSubset(policy, prefix));
        }
    }

    private static void agrees(MasteryPolicy policy, Definition definition) {
        onRandomEvidence((what, evidence) -> {
            int firstMet = 0;
            for (int length = evidence.size(); length > 0; length--) {
                BigDecimal value = rounded(definition.value(evidence.subList(0, length)));
                firstMet = value != null && value.compareTo(MASTERY) >= 0 ? length : firstMet;
            }
            Verdict verdict = policy.judge(evidence, KEEPING);
            BigDecimal now = evidence.isEmpty() ? null : rounded(definition.value(evidence));
            assertThat(verdict.value()).as("%s, value by %s", what, policy).isEqualTo(now);
            assertThat(verdict.firstMet())
                    .as("%s, first met by %s", what, policy)
                    .isEqualTo(firstMet);
            assertThat(verdict.metSince() > 0)
                    .as("%s, met by %s", what, policy)
                    .isEqualTo(now != null && now.compareTo(MASTERY) >= 0);
        });
    }

    private static void meets(MasteryPolicy policy, Condition condition) {
        onRandomEvidence((what, evidence) -> {
            int firstMet = 0;
            int metSince = 0;
            for (int length = 1; length <= evidence.size(); length++) {
                boolean met = condition.met(evidence.subList(0, length));
                firstMet = met && firstMet == 0 ? length : firstMet;
                metSince = met ? (metSince == 0 ? length : metSince) : 0;
            }
            Verdict verdict = policy.judge(evidence, KEEPING);
            assertThat(verdict.firstMet())
                    .as("%s, first met by %s", what, policy)
                    .isEqualTo(firstMet);
            assertThat(verdict.metSince())
                    .as("%s, met since by %s", what, policy)
                    .isEqualTo(metSince);
            Explanation why = policy.explain(evidence, KEEPING);
            assertThat(why.missing() == null)
                    .as("%s, missing by %s", what, policy)
                    .isEqualTo(firstMet > 0);
            assertThat(evidence)
                    .extracting(Evidence::id)
                    .containsAll(why.setAside().keySet());
        });
    }

    private interface Check {
        void on(String what, List<Evidence> evidence);
    }

    private static void onRandomEvidence(Check check) {
        long seed = 4_125;
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            List<Attempt> attempts = new ArrayList<>();
            int size = round < 250 ? random.nextInt(12) : random.nextInt(60);
            Instant day = Shown.MON;
            for (int i = 0; i < size; i++) {
                day = day.plus(Duration.ofHours(random.nextInt(40)));
                Shown shown = Shown.attempt("a" + i).ordinal(i).score(score(random));
                shown = random.nextInt(8) == 0 ? shown : shown.on(day);
                shown = random.nextInt(5) == 0 ? shown : shown.context("c" + random.nextInt(3));
                shown = random.nextInt(3) == 0 ? shown.format("f" + random.nextInt(2)) : shown;
                shown = random.nextBoolean() ? shown.form("form" + random.nextInt(12)) : shown;
                attempts.add(shown.get());
            }
            check.on("seed " + seed + ", round " + round, Portfolio.of(attempts).evidence(Scale.DEFAULT));
        }
    }

    private static io.pacelight.progression.domain.evidence.Score score(Random random) {
        return Shown.rubric(random.nextInt(4) == 0 ? "2.9" + (random.nextInt(20) + 80) : "" + (1 + random.nextInt(4)));
    }

    private static BigDecimal score(Evidence evidence) {
        return evidence.level().exact();
    }

    private static List<BigDecimal> scores(List<Evidence> evidence) {
        return evidence.stream().map(PolicyOracleTest::score).toList();
    }

    private static boolean reached(BigDecimal score) {
        return score.setScale(2, RoundingMode.HALF_UP).compareTo(MASTERY) >= 0;
    }

    private static boolean good(Evidence evidence) {
        return reached(score(evidence));
    }

    private static BigDecimal mean(List<BigDecimal> scores) {
        return scores.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(scores.size()), EXACT);
    }

    private static BigDecimal weighted(List<BigDecimal> scores, BigDecimal weight) {
        return scores.size() == 1
                ? scores.getFirst()
                : scores.getLast()
                        .multiply(weight)
                        .add(mean(scores.subList(0, scores.size() - 1)).multiply(BigDecimal.ONE.subtract(weight)));
    }

    private static BigDecimal decaying(List<BigDecimal> scores, BigDecimal weight) {
        BigDecimal average = scores.getFirst();
        for (BigDecimal score : scores.subList(1, scores.size())) {
            average = average.multiply(BigDecimal.ONE.subtract(weight)).add(score.multiply(weight));
        }
        return average;
    }

    private static @Nullable BigDecimal rounded(@Nullable BigDecimal value) {
        return value == null ? null : value.setScale(2, RoundingMode.HALF_UP);
    }

    private record Window(List<Evidence> evidence) {
        List<Evidence> filter(java.util.function.Predicate<Evidence> by) {
            return evidence.stream().filter(by).toList();
        }
    }

    private static Window last(List<Evidence> evidence, int count) {
        return new Window(evidence.subList(Math.max(0, evidence.size() - count), evidence.size()));
    }

    private static boolean someSubset(AtBats policy, List<Evidence> prefix) {
        List<Evidence> window = last(
                        prefix.stream().filter(piece -> !piece.formSeenBefore()).toList(), policy.chances())
                .evidence();
        for (int bits = 0; bits < 1 << window.size(); bits++) {
            List<Evidence> subset = new ArrayList<>();
            for (int i = 0; i < window.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    subset.add(window.get(i));
                }
            }
            if (subset.size() >= policy.need()
                    && subset.stream().allMatch(PolicyOracleTest::good)
                    && (policy.contexts() == 1 || kinds(subset) >= policy.contexts())
                    && farApart(subset, policy.days())) {
                return true;
            }
        }
        return false;
    }

    private static int kinds(List<Evidence> subset) {
        Set<String> contexts = new HashSet<>();
        Set<String> formats = new HashSet<>();
        subset.forEach(piece -> contexts.add(Objects.requireNonNullElse(piece.context(), "")));
        subset.forEach(piece -> formats.add(Objects.requireNonNullElse(piece.format(), "")));
        contexts.remove("");
        formats.remove("");
        return Math.max(contexts.size(), formats.size());
    }

    private static boolean farApart(List<Evidence> subset, int days) {
        for (int i = 1; i < subset.size() && days > 0; i++) {
            Instant from = subset.get(i - 1).assessedAt();
            Instant to = subset.get(i).assessedAt();
            if (from == null || to == null) {
                return false;
            }
            LocalDate first = LocalDate.ofInstant(from, Shown.ZONE);
            long between = first.plusDays(1)
                    .datesUntil(
                            LocalDate.ofInstant(to, Shown.ZONE).plusDays(1).isAfter(first)
                                    ? LocalDate.ofInstant(to, Shown.ZONE).plusDays(1)
                                    : first.plusDays(1))
                    .filter(date -> date.getDayOfWeek().getValue() <= 5)
                    .count();
            if (between < days) {
                return false;
            }
        }
        return true;
    }

    @Test
    void near_a_tie_the_exact_value_decides() {
        List<Evidence> creeping = new ArrayList<>(Shown.evidence(4));
        for (int i = 0; i < 24; i++) {
            creeping.addAll(Shown.evidence(Shown.attempt("b" + i).score(Shown.rubric("4.125"))));
        }
        assertThat(new DecayingAverage(65).judge(creeping, KEEPING).value()).isEqualTo(new BigDecimal("4.12"));
        assertThat(Level.of("4.125").rounded()).isEqualTo(Level.of("4.13"));
    }
}
