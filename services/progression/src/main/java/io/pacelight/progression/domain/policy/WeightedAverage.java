package io.pacelight.progression.domain.policy;

import io.pacelight.progression.domain.evidence.Evidence;
import io.pacelight.progression.domain.evidence.Level;
import java.util.List;
import java.util.Map;

/**
 * The newest score with a weight, the mean of the older ones with the rest of it; a single score is itself.
 *
 * @param w the newest score's weight in percent
 */
@PolicyName("weighted-average")
public record WeightedAverage(@Default(65) int w) implements MasteryPolicy {

    public WeightedAverage {
        PolicyRefused.unlessWithin("weighted-average", "w", w, 1, 100);
    }

    @Override
    public Verdict judge(List<Evidence> demonstrations, Terms terms) {
        return RunningValue.judge(demonstrations, terms, running());
    }

    @Override
    public Explanation explain(List<Evidence> demonstrations, Terms terms) {
        return RunningValue.explain(
                demonstrations,
                terms,
                this::running,
                "the average, with the latest demonstration weighing " + w + " %,",
                Map.of());
    }

    private RunningValue running() {
        long[] sumAndCount = new long[2];
        return next -> {
            long sum = sumAndCount[0];
            long older = sumAndCount[1];
            sumAndCount[0] += next.millionths();
            sumAndCount[1]++;
            return older == 0
                    ? next.rounded()
                    : Level.halfUp(next.millionths() * w * older + sum * (100 - w), 100 * older);
        };
    }
}
