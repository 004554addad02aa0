package io.pacelight.roster.domain.oneroster;

import java.util.Optional;

/** The editions of the OneRoster CSV binding that are read. */
public enum Version {
    V1_1("1.1"),
    V1_2("1.2");

    private final String label;

    Version(String label) {
        this.label = label;
    }

    /** As the manifest writes it. */
    public String label() {
        return label;
    }

    /** Reads the manifest's value; a patch number such as 1.2.1 is the same edition. */
    public static Optional<Version> of(String value) {
        for (Version version : values()) {
            if (value.equals(version.label) || value.startsWith(version.label + ".")) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }
}
