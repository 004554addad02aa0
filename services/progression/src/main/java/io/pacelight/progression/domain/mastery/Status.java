package io.pacelight.progression.domain.mastery;

/** Where a student stands in the cycle of one competency. */
public enum Status {
    /** A prerequisite is not met yet; advice, never a barrier. */
    LOCKED,
    READY,
    LEARNING,
    /** The newest formative or summative work is below mastery: new instruction comes next. */
    CORRECTIVE,
    /** After a demonstration below mastery the newest formative work is at mastery. */
    RETAKE_READY,
    MASTERED,
    /** Work above the mastery level since mastering it. */
    ENRICHMENT
}
