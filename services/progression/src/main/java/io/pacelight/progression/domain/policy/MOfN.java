package io.pacelight.progression.domain.policy;

import io.pacelight.progression.domain.evidence.Evidence;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * So many scores at mastery among the newest few; the value is their share of those few.
 *
 * @param m how many
 * @param n among how many of the newest
 */
@PolicyName("m-of-n")
public record MOfN(int m, int n) implements MasteryPolicy {

    public MOfN {
        PolicyRefused.unlessWithin("m-of-n", "n", n, 1, 100);
        PolicyRefused.unlessWithin("m-of-n", "m", m, 1, n);
    }

    @Override
    public Verdict judge(List<Evidence> demonstrations, Terms terms) {
        if (demonstrations.isEmpty()) {
            return Verdict.withoutDemonstrations(m);
        }
        Crossings crossings = new Crossings();
        int reached = 0;
        for (int i = 0; i < demonstrations.size(); i++) {
            reached += reaches(demonstrations, i, terms);
            reached -= i < n ? 0 : reaches(demonstrations, i - n, terms);
            crossings.at(i + 1, reached >= m);
        }
        return new Verdict(
                BigDecimal.valueOf(reached).divide(BigDecimal.valueOf(n), 2, RoundingMode.HALF_UP),
                demonstrations.getLast().level().rounded(),
                crossings,
                m - missing(demonstrations, terms),
                m);
    }

    @Override
    public Explanation explain(List<Evidence> demonstrations, Terms terms) {
        Verdict verdict = judge(demonstrations, terms);
        boolean stands = verdict.stands(terms.lapsing());
        int end = stands && !terms.lapsing() ? verdict.firstMet() : demonstrations.size();
        Map<String, String> setAside = new HashMap<>();
        int reached = 0;
        for (int i = 0; i < demonstrations.size(); i++) {
            String id = demonstrations.get(i).id();
            if (i < end - n) {
                setAside.put(id, "not among the last " + n);
            } else if (i >= end) {
                setAside.put(id, "after mastery, which later work doesn't take back");
            } else if (reaches(demonstrations, i, terms) == 0) {
                setAside.put(id, "below " + terms.scale().goal());
            } else {
                reached++;
            }
        }
        String goal = " at " + terms.scale().goal() + " or above";
        return new Explanation(
                Words.demonstrations(reached) + goal + " among the last " + n + ", where " + m
                        + (m == 1 ? " is" : " are") + " needed",
                setAside,
                stands ? null : Words.more(missing(demonstrations, terms)) + goal);
    }

    /** How many more at mastery would satisfy it, seeing that each next one pushes the oldest out. */
    private int missing(List<Evidence> demonstrations, Terms terms) {
        int size = demonstrations.size();
        for (int more = 0; more < m; more++) {
            int kept = 0;
            for (int i = Math.max(0, size - (n - more)); i < size; i++) {
                kept += reaches(demonstrations, i, terms);
            }
            if (kept + more >= m) {
                return more;
            }
        }
        return m;
    }

    private static int reaches(List<Evidence> demonstrations, int index, Terms terms) {
        return demonstrations.get(index).level().reaches(terms.mastery()) ? 1 : 0;
    }
}
