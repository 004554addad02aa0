package io.pacelight.progression.domain.policy;

import io.pacelight.progression.domain.evidence.Evidence;
import io.pacelight.progression.domain.evidence.Level;
import java.util.List;
import java.util.Map;

/** The mean of all scores. */
@PolicyName("average")
public record Average() implements MasteryPolicy {

    @Override
    public Verdict judge(List<Evidence> demonstrations, Terms terms) {
        return RunningValue.judge(demonstrations, terms, running());
    }

    @Override
    public Explanation explain(List<Evidence> demonstrations, Terms terms) {
        return RunningValue.explain(
                demonstrations, terms, Average::running, "the average of the demonstrations", Map.of());
    }

    private static RunningValue running() {
        long[] sumAndCount = new long[2];
        return next -> {
            sumAndCount[0] += next.millionths();
            sumAndCount[1]++;
            return Level.halfUp(sumAndCount[0], sumAndCount[1]);
        };
    }
}
