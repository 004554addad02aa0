package io.pacelight.roster.adapter.in.zip;

import static io.pacelight.roster.adapter.in.zip.Checking.errors;
import static io.pacelight.roster.adapter.in.zip.Checking.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.roster.Packages;
import io.pacelight.roster.application.CheckedPackage;
import io.pacelight.roster.application.StoredIds;
import io.pacelight.roster.domain.oneroster.Table;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each defect is told once, where it is and how to mend it; nothing follows from it that is not wrong by itself. */
class PackageRulesTest {
    private static final String HEADER_E =
            "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate\n";

    /** Letters that no packing makes much smaller. */
    private static String noise(int length) {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }

    private static String only(Packages files) {
        assertThat(errors(files)).hasSize(1);
        return errors(files).getFirst();
    }

    @Test
    void manifest_and_files_must_agree() {
        assertThat(only(Packages.bulk().without("roles.csv")))
                .isEqualTo(
                        "roles.csv is not in the package, but manifest.csv data row 8 says it comes as bulk. Add the file, or write absent.");
        assertThat(only(Packages.bulk().replace("manifest.csv", "file.roles,bulk\n", "")))
                .startsWith("manifest.csv says nothing about roles.csv, which is in the package.");
        assertThat(only(Packages.bulk().replace("manifest.csv", "file.roles,bulk", "file.roles,full")))
                .startsWith("manifest.csv data row 8: file.roles is 'full'; write bulk, delta or absent");
        assertThat(only(Packages.bulk().replace("manifest.csv", "oneroster.version,1.2", "oneroster.version,2.0")))
                .startsWith("manifest.csv: oneroster.version '2.0' is not read");
        assertThat(only(Packages.bulk().replace("manifest.csv", "oneroster.version,1.2\n", "")))
                .startsWith("manifest.csv: oneroster.version is missing.");
        assertThat(warnings(
                        Packages.bulk().replace("manifest.csv", "file.demographics,bulk", "file.demographics,absent")))
                .containsExactly(
                        "demographics.csv is in the package, but manifest.csv data row 9 says absent: it is left aside. Write bulk or delta if it should be read.");
        assertThat(warnings(Packages.bulk().addRow("manifest.csv", "file.surprises,bulk")))
                .containsExactly(
                        "manifest.csv data row 13: 'surprises.csv' is not a OneRoster file and is left aside.");
        assertThat(errors(Packages.bulk().edit("manifest.csv", text -> text.replace(",bulk", ",absent"))))
                .singleElement()
                .asString()
                .startsWith("manifest.csv marks every rostering file as absent");
    }

    @Test
    void headers() {
        assertThat(only(Packages.bulk().replace("users.csv", "familyName,", "familyname,")))
                .isEqualTo(
                        "users.csv: required column 'familyName' is missing. There is 'familyname': names of columns must be written exactly, letter case and spaces included.");
        assertThat(only(Packages.bulk().replace("users.csv", "familyName,", " familyName,")))
                .startsWith("users.csv: required column 'familyName' is missing. There is ' familyName'");
        assertThat(only(Packages.bulk().replace("orgs.csv", "identifier", "name")))
                .startsWith("orgs.csv: column 'name' stands twice in the header, in places 4 and 6.");
        assertThat(warnings(Packages.bulk()
                        .edit(
                                "orgs.csv",
                                text -> text.replace("parentSourcedId\n", "parentSourcedId,metadata.timeZone,colour\n")
                                        .replace("D1,\n", "D1,,America/Denver,red\n")
                                        .replace("S1,D1\n", "S1,D1,,\n"))))
                .containsExactly("orgs.csv: column 'colour' (place 9) is not known and is left aside.");
        assertThat(only(Packages.bulk().bytes("demographics.csv", new byte[0])))
                .startsWith("demographics.csv is empty: not even a header.");
        assertThat(only(Packages.bulk().file("demographics.csv", "sourcedId;status;dateLastModified\n")))
                .isEqualTo("demographics.csv separates its columns with semicolons; write commas.");
    }

    @Test
    void a_file_with_only_a_header_is_a_table_without_rows() {
        CheckedPackage checked = Checking.check(Packages.bulk()
                .edit("demographics.csv", text -> text.substring(0, text.indexOf('\n') + 1)));
        assertThat(checked.isValid()).isTrue();
        assertThat(checked.rows()).containsEntry(Table.DEMOGRAPHICS, 0);
    }

    @Test
    void shapes_of_rows() {
        assertThat(only(Packages.bulk().replace("orgs.csv", "school,S1,D1", "school,S1,D1,,")))
                .isEqualTo("orgs.csv data row 2 has 9 fields, header has 7. A comma inside a value must be in quotes.");
        assertThat(only(Packages.bulk()
                        .replace("courses.csv", "\"Mathematics, Grade 3\"", "\"Mathematics, \"Grade\" 3\"")))
                .startsWith("courses.csv: a quoted field that starts on data row 1 goes on after its closing quote.");
        assertThat(only(Packages.bulk().replace("orgs.csv", "Mesa Elementary", "\"Mesa Elementary")))
                .startsWith("orgs.csv: a quoted field that starts on data row 2 is never closed");
        assertThat(only(Packages.bulk().replace("orgs.csv", "Mesa Elementary", "\"" + noise(2_000_000) + "\"")))
                .startsWith("orgs.csv data row 2 holds a field of over");
        assertThat(only(Packages.bulk().replace("orgs.csv", "Mesa Elementary", "x".repeat(5_000))))
                .isEqualTo("orgs.csv data row 2: name holds 5,000 characters, over the limit of 4,000.");
        assertThat(only(Packages.bulk().replace("orgs.csv", "Mesa Elementary", "Mesa\0Elementary")))
                .isEqualTo("orgs.csv data row 2: name 'Mesa?Elementary' holds a NUL character; take it out.");
        assertThat(warnings(Packages.bulk().replace("orgs.csv", "Mesa Elementary", "\"Mesa\r\n \"\"El\"\"ementary\"")))
                .isEmpty();
        assertThat(warnings(Packages.bulk().edit("orgs.csv", text -> text.replace("\n", "\r\n") + "\r\n\r\n")))
                .isEmpty();
    }

    @Test
    void encodings() {
        byte[] latin = "é".getBytes(StandardCharsets.ISO_8859_1);
        Packages files = Packages.bulk();
        byte[] users =
                files.edit("users.csv", text -> text.replace("Zoe", "Zo#")).zip();
        assertThat(users).isNotEmpty();
        byte[] broken =
                "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\nD1,,,Caf#,district,D1,\nS1,,,Mesa,school,S1,D1\n"
                        .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < broken.length; i++) {
            broken[i] = broken[i] == '#' ? latin[0] : broken[i];
        }
        assertThat(only(Packages.bulk().bytes("orgs.csv", broken)))
                .isEqualTo(
                        "orgs.csv is not valid UTF-8 (byte 0xE9, data row 1, 'Caf?'); looks like Latin-1. Save it as \"CSV UTF-8\".");
        assertThat(only(Packages.bulk().bytes("demographics.csv", "sourcedId\nU1\n".getBytes(StandardCharsets.UTF_16))))
                .isEqualTo("demographics.csv is not valid UTF-8; looks like UTF-16. Save it as \"CSV UTF-8\".");
    }

    @Test
    void words_of_the_standard() {
        assertThat(only(Packages.bulk().replace("orgs.csv", "district,D1", "planet,D1")))
                .isEqualTo(
                        "orgs.csv data row 1: type 'planet' is not a OneRoster 1.2 organisation type. Use one of: department, school, district, local, state, national.");
        assertThat(only(Packages.bulk().replace("academicSessions.csv", "Fall,semester", "Fall,Semester")))
                .isEqualTo(
                        "academicSessions.csv data row 2: type 'Semester' is not a OneRoster 1.2 session type. Write 'semester' exactly.");
        assertThat(only(Packages.bulk().replace("classes.csv", "M3-1,scheduled", "M3-1,seminar")))
                .startsWith("classes.csv data row 1: classType 'seminar' is not a OneRoster 1.2 class type.");
        assertThat(only(Packages.bulk().replace("roles.csv", "T1,primary", "T1,main")))
                .startsWith("roles.csv data row 1: roleType 'main' is not a OneRoster 1.2 roleType.");
        assertThat(only(Packages.bulk().replace("enrollments.csv", "U2,student", "U2,pupil")))
                .startsWith("enrollments.csv data row 3: role 'pupil' is not a OneRoster 1.2 enrolment role.");
        assertThat(only(Packages.bulk().replace("demographics.csv", ",male,", ",M,")))
                .startsWith("demographics.csv data row 1: sex 'M' is not a OneRoster 1.2 sex.");
        assertThat(only(Packages.bulk().replace("users.csv", "T1,,,true", "T1,,,TRUE")))
                .isEqualTo("users.csv data row 1: enabledUser 'TRUE' is neither true nor false (in lower case).");
        assertThat(only(Packages.bulk().replace("users.csv", "T1,,,true", "T1,inactive,,true")))
                .isEqualTo(
                        "users.csv data row 1: status 'inactive' is not a OneRoster 1.2 status. Use one of: active, tobedeleted.");
        assertThat(warnings(Packages.bulk().replace("roles.csv", "primary,teacher", "primary,ext:coach")))
                .containsExactly(
                        "roles.csv data row 1: role 'ext:coach' is a local extension; it is kept but means nothing to Pacelight.");
    }

    @Test
    void dates_and_years() {
        assertThat(only(Packages.bulk().replace("academicSessions.csv", "2021-12-17", "17.12.2021")))
                .isEqualTo(
                        "academicSessions.csv data row 2: endDate '17.12.2021' is not YYYY-MM-DD. Write it as 2021-12-17.");
        assertThat(only(Packages.bulk().replace("demographics.csv", "2013-11-13", "2013-02-30")))
                .isEqualTo(
                        "demographics.csv data row 1: birthDate '2013-02-30' is not a day of the calendar between the years 1900 and 2200.");
        assertThat(only(Packages.bulk().replace("academicSessions.csv", "Y22,2022", "Y22,21-22")))
                .startsWith("academicSessions.csv data row 2: schoolYear '21-22' is not a year of four digits");
        assertThat(only(Packages.bulk()
                        .replace(
                                "enrollments.csv",
                                "E4,,,K2,S1,U1,student,false,2021-08-23",
                                "E4,,,K2,S1,U1,student,false,2022-01-23")))
                .isEqualTo("enrollments.csv data row 4: endDate 2021-12-17 is before beginDate 2022-01-23.");
        assertThat(only(Packages.bulk().replace("orgs.csv", "D1,,,", "D1,,yesterday,")))
                .startsWith("orgs.csv data row 1: dateLastModified 'yesterday' is not a date and time");
    }

    @Test
    void required_cells_and_ids() {
        assertThat(only(Packages.bulk().replace("users.csv", "Barry,Tanner", "Barry,")))
                .isEqualTo("users.csv data row 1: familyName is empty, but every row needs it.");
        assertThat(only(Packages.bulk().replace("users.csv", "Barry,Tanner", "Barry,  ")))
                .isEqualTo("users.csv data row 1: familyName holds only spaces.");
        assertThat(only(Packages.bulk().addRow("demographics.csv", ",,,,,,,,,,,,,,,")))
                .isEqualTo("demographics.csv data row 2: sourcedId is empty, but every row needs it.");
        assertThat(only(Packages.bulk().addRow("orgs.csv", "S|3,,,Third,school,S3,D1")))
                .isEqualTo(
                        "orgs.csv data row 3: sourcedId 'S|3' holds a '|', a tab or a line break, which an id cannot have.");
        assertThat(only(Packages.bulk().replace("orgs.csv", "school,S1,D1", "school,S1, D1")))
                .isEqualTo("orgs.csv data row 2: parentSourcedId ' D1' has spaces around it; take them out.");
    }

    @Test
    void references_between_files() {
        assertThat(only(Packages.bulk().replace("users.csv", "G1,03", "G9,03")))
                .isEqualTo(
                        "users.csv data row 2: agentSourcedIds 'G9' is not in users.csv. Add that row, or correct the reference.");
        assertThat(only(Packages.bulk().replace("classes.csv", "S1,F22,Math", "S1,\"F22,S22\",Math")))
                .startsWith("classes.csv data row 1: termSourcedIds 'S22' is not in academicSessions.csv.");
        assertThat(only(Packages.bulk().addRow("demographics.csv", "U9,,,2013-01-01,,,,,,,,,,,,")))
                .startsWith("demographics.csv data row 2: sourcedId 'U9' is not in users.csv.");
        assertThat(only(Packages.bulk().replace("courses.csv", "03,S1,English", "03,S9,English")))
                .startsWith("courses.csv data row 2: orgSourcedId 'S9' is not in orgs.csv.");
        assertThat(errors(Packages.bulk().replace("users.csv", "U2,,,", "U2,tobedeleted,,")))
                .contains(
                        "roles.csv data row 3: userSourcedId 'U2' is marked tobedeleted in users.csv. Add that row, or correct the reference.");
    }

    @Test
    void nothing_may_be_its_own_ancestor() {
        assertThat(only(Packages.bulk().replace("orgs.csv", "district,D1,", "district,D1,S1")))
                .isEqualTo(
                        "orgs.csv data row 1: parentSourcedId goes in a circle: D1 → S1 → D1. Break it at one of these rows.");
        assertThat(only(Packages.bulk().replace("academicSessions.csv", "2021-12-17,Y22", "2021-12-17,F22")))
                .startsWith("academicSessions.csv data row 2: parentSourcedId goes in a circle: F22 → F22.");
    }

    @Test
    void odd_things_are_told_without_refusing() {
        assertThat(warnings(Packages.bulk()
                        .replace("users.csv", "{SIS:1}", "SIS-1")
                        .replace("users.csv", ",,03,,,,,,S1,", ",,3,secret,,,,,S1,")))
                .containsExactly(
                        "users.csv data row 2: userIds 'SIS-1' is not of the form {type:id},{type:id} and is left aside.",
                        "users.csv data row 3: grades '3' is not one of the standard's grades (KG, 01 to 13, …); it is kept as it is.",
                        "users.csv data row 3: password is filled; Pacelight never takes passwords. Leave it empty in the export.");
        assertThat(warnings(Packages.bulk().addRow("enrollments.csv", "E9,,,K1,S1,T1,student,false,,")))
                .containsExactly(
                        "enrollments.csv data row 5: user 'T1' is enrolled as a student but has no student role; taken as a student.");
        assertThat(warnings(Packages.bulk().replace("roles.csv", "R4,,,G1,primary,parent,,,S1,\n", "")))
                .containsExactly("users.csv data row 4: user 'G1' has no row in roles.csv, so may see nothing.");
        assertThat(warnings(Packages.bulk().replace("users.csv", "true,u2,", "true,t1,")))
                .containsExactly(
                        "users.csv data row 3: username 't1' is that of data row 1 too; who signs in with it can be either.");
        assertThat(warnings(Packages.bulk().addRow("roles.csv", "R5,,,T1,secondary,student,,,S1,")))
                .isEmpty();
    }

    @Test
    void a_delta_says_status_and_date_of_every_row_and_may_lean_on_the_store() {
        String rows = HEADER_E
                + "E5,active,2022-01-10T06:00:00Z,K1,S1,U7,student,false,,\n"
                + "E6,,,K1,S1,U1,student,false,,\n"
                + "E7,tobedeleted,2022-01-10T06:00:00Z,,,,,,,\n";
        Set<String> stored = new HashSet<>(Set.of("K1", "S1", "U1"));
        StoredIds known = (table, ids) -> {
            Set<String> found = new HashSet<>(ids);
            found.retainAll(stored);
            return found;
        };
        CheckedPackage checked =
                Checking.check(Packages.delta(Map.of("enrollments", rows)).zip(), ZipLimits.DEFAULT, known);

        assertThat(checked.problems().kept().stream().map(p -> p.message()))
                .containsExactly(
                        "enrollments.csv data row 2: status is empty; in a delta file every row says active or tobedeleted.",
                        "enrollments.csv data row 2: dateLastModified is empty; in a delta file every row says when the row changed last.",
                        "enrollments.csv data row 3: userSourcedId is empty; it is needed to find what is to be deleted.",
                        "enrollments.csv data row 1: userSourcedId 'U7' is not among what is already stored, and there is no users.csv. Add that row, or correct the reference.");
    }

    @Test
    void edition_1_1_has_its_own_roles() {
        Packages files = Packages.bulk()
                .without("roles.csv")
                .file("manifest.csv", Packages.manifest("1.1", "bulk", false))
                .file("users.csv", """
                        sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName
                        T1,,,true,S1,teacher,t1,,Barry,Tanner
                        U1,,,true,"S1,D1",student,u1,,Tyrone,Dyer
                        U2,,,true,S1,principal,u2,,Zoe,Nuñez
                        """);
        assertThat(errors(files))
                .containsExactly(
                        "users.csv data row 3: role 'principal' is not a OneRoster 1.1 role. Use one of: administrator, aide, guardian, parent, proctor, relative, student, teacher.");
    }

    @Test
    void all_problems_are_counted_though_not_all_are_kept() {
        StringBuilder rows = new StringBuilder(HEADER_E);
        for (int i = 0; i < 1_500; i++) {
            rows.append("E%d,,,K1,S1,U1,student,nope,,\n".formatted(i));
        }
        CheckedPackage checked = Checking.check(Packages.bulk().file("enrollments.csv", rows.toString()));
        assertThat(checked.problems().errorCount()).isEqualTo(1_500);
        assertThat(checked.problems().countByCode()).containsEntry("true-false", 1_500);
        assertThat(checked.problems().kept()).hasSize(1_000);
    }
}
