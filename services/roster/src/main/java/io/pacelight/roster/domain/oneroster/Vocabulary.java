package io.pacelight.roster.domain.oneroster;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The closed lists of words of the standard, by edition. */
public enum Vocabulary {
    STATUS("status", false, List.of("active", "tobedeleted"), List.of("active", "tobedeleted")),
    ORG_TYPE(
            "organisation type",
            true,
            List.of("department", "school", "district", "local", "state", "national"),
            List.of("department", "school", "district", "local", "state", "national")),
    SESSION_TYPE(
            "session type",
            true,
            List.of("gradingPeriod", "semester", "schoolYear", "term"),
            List.of("gradingPeriod", "semester", "schoolYear", "term")),
    CLASS_TYPE("class type", true, List.of("homeroom", "scheduled"), List.of("homeroom", "scheduled")),
    USER_ROLE(
            "role",
            true,
            List.of("administrator", "aide", "guardian", "parent", "proctor", "relative", "student", "teacher"),
            List.of(
                    "aide",
                    "counselor",
                    "districtAdministrator",
                    "guardian",
                    "parent",
                    "principal",
                    "proctor",
                    "relative",
                    "siteAdministrator",
                    "student",
                    "systemAdministrator",
                    "teacher")),
    ROLE_TYPE("roleType", false, List.of(), List.of("primary", "secondary")),
    ENROLLMENT_ROLE(
            "enrolment role",
            true,
            List.of("administrator", "proctor", "student", "teacher"),
            List.of("administrator", "proctor", "student", "teacher")),
    SEX("sex", true, List.of("male", "female"), List.of("male", "female", "unspecified", "other"));

    private static final Pattern EXTENSION = Pattern.compile("ext:[A-Za-z0-9._-]+");

    private final String title;
    private final boolean extensible;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> words11;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> words12;

    Vocabulary(String title, boolean extensible, List<String> words11, List<String> words12) {
        this.title = title;
        this.extensible = extensible;
        this.words11 = words11;
        this.words12 = words12;
    }

    /** What the list is a list of. */
    public String title() {
        return title;
    }

    public List<String> words(Version version) {
        return version == Version.V1_1 ? words11 : words12;
    }

    public boolean has(String word, Version version) {
        return words(version).contains(word);
    }

    /** Whether the word is a local extension, which edition 1.2 allows on most lists. */
    public boolean isExtension(String word, Version version) {
        return extensible && version == Version.V1_2 && EXTENSION.matcher(word).matches();
    }

    /** The word of the list that was probably meant: the same but for letter case, spaces or a hyphen. */
    public Optional<String> meant(String word, Version version) {
        String plain = plain(word);
        return words(version).stream().filter(w -> plain(w).equals(plain)).findFirst();
    }

    private static String plain(String word) {
        return word.strip().replace(" ", "").replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }
}
