package io.pacelight.progression.domain.policy;

import io.pacelight.progression.domain.evidence.Evidence;
import io.pacelight.progression.domain.evidence.Level;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts with the first score; each next one is mixed in with a weight, so that older ones fade: a = a(1 − w) + s·w.
 *
 * @param w the weight of each next score in percent
 */
@PolicyName("decaying-average")
public record DecayingAverage(@Default(65) int w) implements MasteryPolicy {
    private static final double MILLION = 1e6;

    public DecayingAverage {
        PolicyRefused.unlessWithin("decaying-average", "w", w, 1, 100);
    }

    @Override
    public Verdict judge(List<Evidence> demonstrations, Terms terms) {
        return RunningValue.judge(demonstrations, terms, new Running(w));
    }

    @Override
    public Explanation explain(List<Evidence> demonstrations, Terms terms) {
        return RunningValue.explain(
                demonstrations,
                terms,
                () -> new Running(w),
                "the average, with each later demonstration weighing " + w + " %,",
                Map.of());
    }

    /** Floating point, but exact: so near a tie that its error could decide, the value is computed again in decimals. */
    private static final class Running implements RunningValue {
        private static final double NEAR = 1e-7;

        private final int percent;
        private final List<Level> scores = new ArrayList<>();
        private double average;

        Running(int percent) {
            this.percent = percent;
        }

        @Override
        public Level after(Level next) {
            double score = next.millionths() / MILLION;
            average = scores.isEmpty() ? score : (average * (100 - percent) + score * percent) / 100;
            scores.add(next);
            double hundredths = average * 100;
            if (Math.abs(hundredths - Math.floor(hundredths) - 0.5) < NEAR) {
                return Level.of(inDecimals().setScale(2, RoundingMode.HALF_UP));
            }
            return new Level(Math.round(hundredths) * 10_000);
        }

        private BigDecimal inDecimals() {
            BigDecimal weight = BigDecimal.valueOf(percent, 2);
            BigDecimal rest = BigDecimal.ONE.subtract(weight);
            BigDecimal exact = scores.getFirst().exact();
            for (Level score : scores.subList(1, scores.size())) {
                exact = exact.multiply(rest).add(score.exact().multiply(weight));
            }
            return exact;
        }
    }
}
