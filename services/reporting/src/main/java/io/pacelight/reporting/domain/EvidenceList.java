package io.pacelight.reporting.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The newest evidence of one student on one competency, newest first. Voided attempts keep their place among the newest
 * {@value #KEPT} and are not shown: if they gave it up, what had been dropped for them would have to come back, and the
 * list would depend on the order of delivery. A void may come before its attempt, so all voided ids are kept; voids are
 * rare.
 */
public record EvidenceList(List<Evidence> newest, Set<String> voided) {
    static final int KEPT = 50;
    public static final EvidenceList EMPTY = new EvidenceList(List.of(), Set.of());

    public EvidenceList {
        newest = List.copyOf(newest);
        voided = Set.copyOf(voided);
    }

    /** This list and further attempts and voids; of one attempt the highest revision holds. */
    public EvidenceList with(Collection<Evidence> recorded, Collection<String> voids) {
        Map<String, Evidence> byAttempt = new HashMap<>();
        newest.forEach(evidence -> byAttempt.put(evidence.attempt(), evidence));
        for (Evidence evidence : recorded)
            byAttempt.merge(evidence.attempt(), evidence, (old, now) -> now.sequence() > old.sequence() ? now : old);
        List<Evidence> all = new ArrayList<>(byAttempt.values());
        all.sort(Evidence.ORDER.reversed());
        Set<String> gone = new HashSet<>(voided);
        gone.addAll(voids);
        return new EvidenceList(all.subList(0, Math.min(KEPT, all.size())), gone);
    }

    /** What a page shows: the newest first, without the voided. */
    public List<Evidence> shown() {
        return newest.stream()
                .filter(evidence -> !voided.contains(evidence.attempt()))
                .toList();
    }
}
