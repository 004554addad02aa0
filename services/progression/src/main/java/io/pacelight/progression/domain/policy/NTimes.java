package io.pacelight.progression.domain.policy;

import io.pacelight.progression.domain.evidence.Evidence;
import io.pacelight.progression.domain.evidence.Level;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * So many scores at mastery, whenever; the value is their mean, and there is none before that many.
 *
 * @param n how many
 */
@PolicyName("n-times")
public record NTimes(int n) implements MasteryPolicy {

    public NTimes {
        PolicyRefused.unlessWithin("n-times", "n", n, 1, 100);
    }

    @Override
    public Verdict judge(List<Evidence> demonstrations, Terms terms) {
        if (demonstrations.isEmpty()) {
            return Verdict.withoutDemonstrations(n);
        }
        Crossings crossings = new Crossings();
        int reached = 0;
        long sum = 0;
        for (int i = 0; i < demonstrations.size(); i++) {
            Level score = demonstrations.get(i).level();
            if (score.reaches(terms.mastery())) {
                sum += score.millionths();
                reached++;
            }
            crossings.at(i + 1, reached >= n);
        }
        Level mean = reached < n ? null : Level.halfUp(sum, reached);
        BigDecimal value = mean == null ? null : mean.toDecimal();
        Level level = mean == null ? demonstrations.getLast().level().rounded() : mean;
        return new Verdict(value, level, crossings, Math.min(reached, n), n);
    }

    @Override
    public Explanation explain(List<Evidence> demonstrations, Terms terms) {
        Map<String, String> setAside = new HashMap<>();
        int reached = 0;
        for (Evidence demonstration : demonstrations) {
            if (demonstration.level().reaches(terms.mastery())) {
                reached++;
            } else {
                setAside.put(demonstration.id(), "below " + terms.scale().goal());
            }
        }
        String goal = " at " + terms.scale().goal() + " or above";
        String missing = reached >= n ? null : Words.more(n - reached) + goal;
        return new Explanation(Words.demonstrations(reached) + " of the " + n + " needed" + goal, setAside, missing);
    }
}
