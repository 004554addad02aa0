package io.pacelight.reporting.domain;

import java.math.BigDecimal;

/** The step of the scale that a person sees: the highest whose value is reached. */
public enum LevelState {
    NONE,
    EMERGING,
    APPROACHING,
    MASTERY,
    EXCEEDS;

    private static final BigDecimal APPROACHING_FROM = BigDecimal.valueOf(2);
    private static final BigDecimal EXCEEDS_FROM = BigDecimal.valueOf(4);

    /** The step of a judged competency; never mastery before the policy is met, whatever the number. */
    public static LevelState of(Competence competence) {
        if (competence.mastered()) return competence.shown().compareTo(EXCEEDS_FROM) >= 0 ? EXCEEDS : MASTERY;
        if (competence.attempts() == 0) return NONE;
        return competence.shown().compareTo(APPROACHING_FROM) >= 0 ? APPROACHING : EMERGING;
    }
}
