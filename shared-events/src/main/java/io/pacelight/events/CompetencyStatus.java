package io.pacelight.events;

/** Where a student stands in the mastery cycle of one competency. */
public enum CompetencyStatus {
    LOCKED,
    READY,
    LEARNING,
    CORRECTIVE,
    RETAKE_READY,
    MASTERED,
    ENRICHMENT
}
