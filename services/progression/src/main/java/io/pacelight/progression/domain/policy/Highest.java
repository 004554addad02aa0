package io.pacelight.progression.domain.policy;

import io.pacelight.progression.domain.evidence.Evidence;
import io.pacelight.progression.domain.evidence.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The highest score. */
@PolicyName("highest")
public record Highest() implements MasteryPolicy {

    @Override
    public Verdict judge(List<Evidence> demonstrations, Terms terms) {
        return RunningValue.judge(demonstrations, terms, running());
    }

    @Override
    public Explanation explain(List<Evidence> demonstrations, Terms terms) {
        Map<String, String> setAside = new HashMap<>();
        Evidence best = null;
        for (Evidence demonstration : demonstrations) {
            if (best == null || demonstration.level().compareTo(best.level()) > 0) {
                best = demonstration;
            }
        }
        for (Evidence demonstration : demonstrations) {
            if (best != null && !demonstration.id().equals(best.id())) {
                setAside.put(demonstration.id(), "another demonstration is as high or higher");
            }
        }
        return RunningValue.explain(demonstrations, terms, Highest::running, "the highest demonstration", setAside);
    }

    private static RunningValue running() {
        Level[] highest = {Level.ZERO};
        return next -> {
            highest[0] = next.compareTo(highest[0]) > 0 ? next : highest[0];
            return highest[0].rounded();
        };
    }
}
