package io.pacelight.progression.domain.evidence;

/** What an attempt was for. */
public enum Kind {
    /** Before the teaching: may credit a competency, never harms. */
    DIAGNOSTIC,
    /** During the learning: guides, and never lowers a level. */
    FORMATIVE,
    /** A demonstration. */
    SUMMATIVE
}
