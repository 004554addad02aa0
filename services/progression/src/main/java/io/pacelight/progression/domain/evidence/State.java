package io.pacelight.progression.domain.evidence;

/** The band of a scale in which a shown level lies, in words that hold for every scale. */
public enum State {
    NONE,
    EMERGING,
    APPROACHING,
    MASTERY,
    EXCEEDS
}
