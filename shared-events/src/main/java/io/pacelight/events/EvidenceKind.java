package io.pacelight.events;

/** What an attempt was for. */
public enum EvidenceKind {
    DIAGNOSTIC,
    FORMATIVE,
    SUMMATIVE
}
