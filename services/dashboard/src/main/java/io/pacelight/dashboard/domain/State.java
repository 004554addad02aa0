package io.pacelight.dashboard.domain;

/** The five states a student can be in on one competency, weakest first; the ordinal is the step of the colour scale. */
public enum State {
    NONE,
    EMERGING,
    APPROACHING,
    MASTERY,
    EXCEEDS;

    public boolean mastered() {
        return compareTo(MASTERY) >= 0;
    }
}
