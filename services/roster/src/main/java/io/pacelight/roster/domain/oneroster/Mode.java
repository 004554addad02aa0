package io.pacelight.roster.domain.oneroster;

import java.util.Optional;

/** What the manifest says about a file: the whole truth, changes only, or not there. */
public enum Mode {
    BULK,
    DELTA,
    ABSENT;

    /** Reads the manifest's value, which the standard writes in lower case. */
    public static Optional<Mode> of(String value) {
        return switch (value) {
            case "bulk" -> Optional.of(BULK);
            case "delta" -> Optional.of(DELTA);
            case "absent" -> Optional.of(ABSENT);
            default -> Optional.empty();
        };
    }
}
