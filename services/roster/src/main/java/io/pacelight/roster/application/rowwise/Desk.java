package io.pacelight.roster.application.rowwise;

import io.pacelight.events.CompetencyChanged;
import io.pacelight.events.OrgChanged;
import io.pacelight.events.PrerequisitesChanged;
import io.pacelight.events.ReferenceEvent;
import io.pacelight.kit.state.Input;
import io.pacelight.roster.application.RosterRecords;
import io.pacelight.roster.application.fold.At;
import io.pacelight.roster.application.fold.FactChange;
import io.pacelight.roster.domain.curriculum.PrerequisiteMap;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One request of a district's data desk.
 *
 * @param request names the request; the cause of all events that follow
 * @param at school time of the request
 */
public record Desk(RosterRecords records, String district, String request, Instant at) {
    static final int BATCH = 1_000;

    Set<String> orgs() {
        Set<String> orgs = new HashSet<>();
        facts("org", fact -> {
            if (fact instanceof OrgChanged org && org.active()) {
                orgs.add(org.org());
            }
        });
        return orgs;
    }

    Set<String> competencies() {
        Set<String> codes = new HashSet<>();
        facts("competency", fact -> {
            if (fact instanceof CompetencyChanged competency && competency.active()) {
                codes.add(competency.competency());
            }
        });
        return codes;
    }

    PrerequisiteMap prerequisites() {
        PrerequisiteMap map = new PrerequisiteMap();
        facts("prerequisites", fact -> {
            if (fact instanceof PrerequisitesChanged changed) {
                map.put(changed.competency(), Set.copyOf(changed.requires()));
            }
        });
        return map;
    }

    void facts(String kind, Consumer<ReferenceEvent> taker) {
        records.facts()
                .each(
                        district + "|" + kind + "|",
                        page -> page.forEach(document -> {
                            ReferenceEvent current = document.state().current();
                            if (current != null) {
                                taker.accept(current);
                            }
                        }));
    }

    /** The only change of a document that this request makes. */
    <C> Input<At<C>> input(String document, C change) {
        return new Input<>(document, request, null, new At<>(change, at));
    }

    /** One of several changes of a document, told apart by their rows so that their events have different ids. */
    <C> Input<At<C>> input(String document, C change, int row) {
        return new Input<>(document, request + "#" + row, null, new At<>(change, at));
    }

    /** Puts the facts in batches; answers how many are different now. */
    int put(List<? extends ReferenceEvent> facts) {
        int changed = 0;
        for (int from = 0; from < facts.size(); from += BATCH) {
            List<Input<At<FactChange>>> inputs = facts.subList(from, Math.min(facts.size(), from + BATCH)).stream()
                    .map(fact -> this.<FactChange>input(fact.key(), new FactChange.Put(fact)))
                    .toList();
            changed += records.facts().change(inputs);
        }
        return changed;
    }
}
