package io.pacelight.events;

import java.util.Set;

/** Names of the topics; {@code topics.yaml} has their partitions and retention. */
public final class Topics {
    public static final String PEOPLE = "roster.people.v1";
    public static final String REFERENCE = "roster.reference.v1";
    public static final String CURRICULUM = "curriculum.v1";
    public static final String POLICIES = "progression.policies.v1";
    public static final String STUDENTS = "roster.students.v1";
    public static final String ATTENDANCE = "roster.attendance.v1";
    public static final String ATTEMPTS = "assessment.attempts.v1";
    public static final String PROGRESSION_INPUTS = "progression.inputs.v1";
    public static final String INTERVENTION_INPUTS = "intervention.inputs.v1";
    public static final String MASTERY = "progression.mastery.v1";
    public static final String TASKS = "intervention.tasks.v1";
    /** What changed, told to every reporting instance in a form of reporting's own; no event of the catalogue. */
    public static final String REPORTING_CHANGES = "reporting.changes.v1";
    /** Records that no service could read, with the reason and their original headers. */
    public static final String QUARANTINE = "pacelight.quarantine.v1";

    /** Topics that keep the last record of each key. */
    public static final Set<String> COMPACTED = Set.of(PEOPLE, REFERENCE, CURRICULUM, POLICIES, STUDENTS);

    private Topics() {}
}
