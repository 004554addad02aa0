package io.pacelight.roster.domain.oneroster;

import static io.pacelight.roster.domain.oneroster.Column.reference;
import static io.pacelight.roster.domain.oneroster.Column.references;
import static io.pacelight.roster.domain.oneroster.Column.text;
import static io.pacelight.roster.domain.oneroster.Column.word;

import io.pacelight.roster.domain.oneroster.Column.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The columns of each table by edition, as the standard lists them. */
final class TableColumns {
    private static final List<Column> COMMON = List.of(
            Column.of("sourcedId", Kind.ID).must(),
            Column.of("status", Kind.STATUS),
            Column.of("dateLastModified", Kind.MODIFIED));

    private static final Map<Table, List<Column>> V1_1 = all(Version.V1_1);
    private static final Map<Table, List<Column>> V1_2 = all(Version.V1_2);

    private TableColumns() {}

    static List<Column> listed(Table table, Version version) {
        return (version == Version.V1_1 ? V1_1 : V1_2).getOrDefault(table, List.of());
    }

    private static Map<Table, List<Column>> all(Version version) {
        Map<Table, List<Column>> columns = new EnumMap<>(Table.class);
        for (Table table : Table.values()) {
            columns.put(table, columnsOf(table, version));
        }
        return columns;
    }

    private static List<Column> columnsOf(Table table, Version version) {
        List<Column> columns = new ArrayList<>(COMMON);
        columns.addAll(
                switch (table) {
                    case ORGS ->
                        List.of(
                                text("name").must(),
                                word("type", Vocabulary.ORG_TYPE).must(),
                                text("identifier"),
                                reference("parentSourcedId", Table.ORGS));
                    case ACADEMIC_SESSIONS ->
                        List.of(
                                text("title").must(),
                                word("type", Vocabulary.SESSION_TYPE).must(),
                                Column.of("startDate", Kind.DATE).must(),
                                Column.of("endDate", Kind.DATE).must(),
                                reference("parentSourcedId", Table.ACADEMIC_SESSIONS),
                                Column.of("schoolYear", Kind.YEAR).must());
                    case COURSES ->
                        List.of(
                                reference("schoolYearSourcedId", Table.ACADEMIC_SESSIONS),
                                text("title").must(),
                                text("courseCode"),
                                Column.of("grades", Kind.GRADES),
                                reference("orgSourcedId", Table.ORGS).must(),
                                text("subjects"),
                                text("subjectCodes"));
                    case CLASSES ->
                        List.of(
                                text("title").must(),
                                Column.of("grades", Kind.GRADES),
                                reference("courseSourcedId", Table.COURSES).must(),
                                text("classCode"),
                                word("classType", Vocabulary.CLASS_TYPE).must(),
                                text("location"),
                                reference("schoolSourcedId", Table.ORGS).must(),
                                references("termSourcedIds", Table.ACADEMIC_SESSIONS)
                                        .must(),
                                text("subjects"),
                                text("subjectCodes"),
                                text("periods"));
                    case USERS -> userColumns(version);
                    case ROLES ->
                        List.of(
                                reference("userSourcedId", Table.USERS).must(),
                                word("roleType", Vocabulary.ROLE_TYPE).must(),
                                word("role", Vocabulary.USER_ROLE).must(),
                                Column.of("beginDate", Kind.DATE),
                                Column.of("endDate", Kind.DATE),
                                reference("orgSourcedId", Table.ORGS).must(),
                                Column.of("userProfileSourcedId", Kind.OPTIONAL_FILE_REFERENCE));
                    case DEMOGRAPHICS -> demographicColumns();
                    case ENROLLMENTS ->
                        List.of(
                                reference("classSourcedId", Table.CLASSES).must(),
                                reference("schoolSourcedId", Table.ORGS).must(),
                                reference("userSourcedId", Table.USERS).must(),
                                word("role", Vocabulary.ENROLLMENT_ROLE).must(),
                                Column.of("primary", Kind.FLAG),
                                Column.of("beginDate", Kind.DATE),
                                Column.of("endDate", Kind.DATE));
                });
        return List.copyOf(columns);
    }

    private static List<Column> userColumns(Version version) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of("enabledUser", Kind.FLAG).must());
        if (version == Version.V1_1) {
            columns.add(references("orgSourcedIds", Table.ORGS).must());
            columns.add(word("role", Vocabulary.USER_ROLE).must());
        }
        columns.add(text("username").must());
        columns.add(Column.of("userIds", Kind.USER_IDS));
        columns.add(text("givenName").must());
        columns.add(text("familyName").must());
        List.of("middleName", "identifier", "email", "sms", "phone").forEach(name -> columns.add(text(name)));
        columns.add(references("agentSourcedIds", Table.USERS));
        columns.add(Column.of("grades", Kind.GRADES));
        columns.add(Column.of("password", Kind.SECRET));
        if (version == Version.V1_2) {
            List.of("userMasterIdentifier", "preferredGivenName", "preferredMiddleName", "preferredFamilyName")
                    .forEach(name -> columns.add(text(name)));
            columns.add(reference("primaryOrgSourcedId", Table.ORGS));
            columns.add(text("pronouns"));
        }
        return columns;
    }

    private static List<Column> demographicColumns() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of("birthDate", Kind.DATE));
        columns.add(word("sex", Vocabulary.SEX));
        List.of(
                        "americanIndianOrAlaskaNative",
                        "asian",
                        "blackOrAfricanAmerican",
                        "nativeHawaiianOrOtherPacificIslander",
                        "white",
                        "demographicRaceTwoOrMoreRaces",
                        "hispanicOrLatinoEthnicity")
                .forEach(name -> columns.add(Column.of(name, Kind.FLAG)));
        List.of("countryOfBirthCode", "stateOfBirthAbbreviation", "cityOfBirth", "publicSchoolResidenceStatus")
                .forEach(name -> columns.add(text(name)));
        return columns;
    }
}
