package io.pacelight.progression.domain.map;

import io.pacelight.progression.domain.mastery.Status;
import java.util.Map;
import java.util.Set;

/**
 * One student's competencies as far as unlocking needs them: a function of the newest row of each, so that rows may arrive
 * late or twice.
 *
 * @param rows for each competency with evidence its newest row
 * @param unlocked the competencies whose prerequisites are all met, of those that have any
 */
public record StudentMap(Map<String, Row> rows, Set<String> unlocked) {
    public static final StudentMap EMPTY = new StudentMap(Map.of(), Set.of());

    /**
     * What is known of one competency.
     *
     * @param sequence of the state it comes from; a row is taken only forward
     * @param meetsPrerequisite mastered, or one formative at mastery
     */
    public record Row(String competency, long sequence, boolean meetsPrerequisite) {}

    public StudentMap {
        rows = Map.copyOf(rows);
        unlocked = Set.copyOf(unlocked);
    }

    public boolean meets(String competency) {
        Row row = rows.get(competency);
        return row != null && row.meetsPrerequisite();
    }

    /** Whether everything that a competency builds on is met; true for one to start with. */
    public boolean open(String competency, Prerequisites prerequisites) {
        return prerequisites.of(competency).stream().allMatch(this::meets);
    }

    /** The status of a competency without evidence: LOCKED or READY. */
    public Status statusWithoutEvidence(String competency, Prerequisites prerequisites) {
        return open(competency, prerequisites) ? Status.READY : Status.LOCKED;
    }
}
