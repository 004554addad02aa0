package io.pacelight.reporting.application;

import org.jspecify.annotations.Nullable;

/** Whom a key stands for; {@code sequence} is that of the roster's row. */
public record Person(
        String key,
        String kind,
        @Nullable String username,
        String givenName,
        String familyName,
        boolean active,
        long sequence) {
    /** How lists name somebody: family name first. */
    public String listed() {
        if (familyName.isBlank()) return givenName;
        return givenName.isBlank() ? familyName : familyName + ", " + givenName;
    }

    /** How somebody is addressed. */
    public String full() {
        return (givenName + ' ' + familyName).strip();
    }
}
