package io.pacelight.reporting.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The evidence of one student by competency. It is kept beside {@link StudentState}, in a document for each competency: it is
 * most of the bytes and grows with the year, a new attempt concerns one competency, and only the student's page reads all.
 */
public record EvidenceState(Map<String, EvidenceList> competencies) {
    public static final EvidenceState EMPTY = new EvidenceState(Map.of());

    public EvidenceState {
        competencies = Map.copyOf(competencies);
    }

    /** This state and what the facts say of attempts (other facts say nothing here); this very object if nothing is new. */
    public EvidenceState with(List<? extends StudentFact> facts) {
        Map<String, List<Evidence>> recorded = new HashMap<>();
        Map<String, List<String>> voided = new HashMap<>();
        for (StudentFact fact : facts) {
            switch (fact) {
                case StudentFact.Recorded(String competency, Evidence evidence) ->
                    recorded.computeIfAbsent(competency, none -> new ArrayList<>())
                            .add(evidence);
                case StudentFact.Voided(String competency, String attempt) ->
                    voided.computeIfAbsent(competency, none -> new ArrayList<>())
                            .add(attempt);
                case StudentFact.Placed placed -> {}
                case StudentFact.Judged judged -> {}
                case StudentFact.Lit lit -> {}
                case StudentFact.StallChanged stall -> {}
                case StudentFact.ConferenceChanged conference -> {}
            }
        }
        if (recorded.isEmpty() && voided.isEmpty()) return this;
        Map<String, EvidenceList> all = new HashMap<>(competencies);
        Set<String> touched = new LinkedHashSet<>(recorded.keySet());
        touched.addAll(voided.keySet());
        for (String competency : touched)
            all.put(
                    competency,
                    all.getOrDefault(competency, EvidenceList.EMPTY)
                            .with(
                                    recorded.getOrDefault(competency, List.of()),
                                    voided.getOrDefault(competency, List.of())));
        EvidenceState after = new EvidenceState(all);
        return after.equals(this) ? this : after;
    }

    /** The evidence on a competency, newest first. */
    public List<Evidence> of(String competency) {
        return competencies.getOrDefault(competency, EvidenceList.EMPTY).shown();
    }
}
