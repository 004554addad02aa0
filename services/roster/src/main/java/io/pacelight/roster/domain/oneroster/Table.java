package io.pacelight.roster.domain.oneroster;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rostering tables that are taken over, in an order in which all but self-references point backwards. */
public enum Table {
    ORGS("orgs"),
    ACADEMIC_SESSIONS("academicSessions"),
    COURSES("courses"),
    CLASSES("classes"),
    USERS("users"),
    ROLES("roles"),
    DEMOGRAPHICS("demographics"),
    ENROLLMENTS("enrollments");

    /** Tables the standard knows and Pacelight leaves alone (gradebook, resources, profiles). */
    public static final Set<String> LEFT_ALONE = Set.of(
            "categories",
            "classResources",
            "courseResources",
            "lineItemLearningObjectiveIds",
            "lineItemScoreScales",
            "lineItems",
            "resources",
            "resultLearningObjectiveIds",
            "resultScoreScales",
            "results",
            "scoreScales",
            "userProfiles",
            "userResources");

    private final String title;

    Table(String title) {
        this.title = title;
    }

    /** The name in the manifest, such as {@code academicSessions}. */
    public String title() {
        return title;
    }

    /** The name of the file in the package, such as {@code academicSessions.csv}. */
    public String file() {
        return title + ".csv";
    }

    public List<Column> columns(Version version) {
        return TableColumns.listed(this, version);
    }

    /** Whether the edition has this table at all: roles came with 1.2. */
    public boolean isIn(Version version) {
        return this != ROLES || version == Version.V1_2;
    }

    public static Optional<Table> titled(String title) {
        return Arrays.stream(values()).filter(t -> t.title.equals(title)).findFirst();
    }
}
