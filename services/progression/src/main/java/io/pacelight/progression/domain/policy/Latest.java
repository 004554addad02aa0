package io.pacelight.progression.domain.policy;

import io.pacelight.progression.domain.evidence.Evidence;
import io.pacelight.progression.domain.evidence.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The newest score. */
@PolicyName("latest")
public record Latest() implements MasteryPolicy {

    @Override
    public Verdict judge(List<Evidence> demonstrations, Terms terms) {
        return RunningValue.judge(demonstrations, terms, Level::rounded);
    }

    @Override
    public Explanation explain(List<Evidence> demonstrations, Terms terms) {
        Map<String, String> setAside = new HashMap<>();
        demonstrations.stream()
                .limit(Math.max(0, demonstrations.size() - 1))
                .forEach(older -> setAside.put(older.id(), "a later demonstration takes its place"));
        return RunningValue.explain(demonstrations, terms, () -> Level::rounded, "the latest demonstration", setAside);
    }
}
