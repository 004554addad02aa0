package io.pacelight.assessment.domain;

/** What an attempt is for. */
public enum AttemptKind {
    DIAGNOSTIC,
    FORMATIVE,
    SUMMATIVE
}
