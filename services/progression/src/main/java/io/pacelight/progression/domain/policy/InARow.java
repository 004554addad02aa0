package io.pacelight.progression.domain.policy;

import io.pacelight.progression.domain.evidence.Evidence;
import io.pacelight.progression.domain.evidence.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * So many scores at mastery one after the other; one below starts the run anew. Without a value of its own.
 *
 * @param k how many
 */
@PolicyName("in-a-row")
public record InARow(@Default(3) int k) implements MasteryPolicy {

    public InARow {
        PolicyRefused.unlessWithin("in-a-row", "k", k, 1, 100);
    }

    @Override
    public Verdict judge(List<Evidence> demonstrations, Terms terms) {
        if (demonstrations.isEmpty()) {
            return Verdict.withoutDemonstrations(k);
        }
        Crossings crossings = new Crossings();
        int run = 0;
        for (int i = 0; i < demonstrations.size(); i++) {
            run = demonstrations.get(i).level().reaches(terms.mastery()) ? run + 1 : 0;
            crossings.at(i + 1, run >= k);
        }
        Level newest = demonstrations.getLast().level().rounded();
        return new Verdict(null, newest, crossings, Math.min(run, k), k);
    }

    @Override
    public Explanation explain(List<Evidence> demonstrations, Terms terms) {
        Verdict verdict = judge(demonstrations, terms);
        boolean stands = verdict.stands(terms.lapsing());
        int end = stands && !terms.lapsing() ? verdict.firstMet() : demonstrations.size();
        int length = stands ? k : verdict.have();
        Map<String, String> setAside = new HashMap<>();
        for (int i = 0; i < demonstrations.size(); i++) {
            if (i < end - length) {
                setAside.put(demonstrations.get(i).id(), "before the run that counts");
            } else if (i >= end) {
                setAside.put(demonstrations.get(i).id(), "after mastery, which later work doesn't take back");
            }
        }
        String goal = " at " + terms.scale().goal() + " or above";
        return new Explanation(
                length + " of the " + k + " needed in a row" + goal,
                setAside,
                stands ? null : Words.more(k - length) + " in a row" + goal);
    }
}
