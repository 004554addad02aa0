package io.pacelight.events;

/** Which kind of key a person has. */
public enum PersonKind {
    STUDENT,
    STAFF,
    GUARDIAN
}
