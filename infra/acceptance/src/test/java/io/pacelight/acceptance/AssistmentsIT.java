package io.pacelight.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.pacelight.testing.RealInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 325,637 answers of 4,151 students through the running services under in-a-row with k = 3. */
class AssistmentsIT {
    private final District district = new District("assistments");

    @Test
    void the_numbers_of_the_published_definitions_come_out_exactly() {
        List<NamedCsvRecord> answers = RealRows.of("assistments-2009/attempts.csv.gz");
        JsonNode expected = JsonMapper.shared().readTree(RealInput.bytes("assistments-2009/expected.json"));
        Set<String> students = new LinkedHashSet<>();
        Set<String> skills = new LinkedHashSet<>();
        for (NamedCsvRecord answer : answers) {
            students.add(answer.getField("studentId"));
            skills.add(answer.getField("skill"));
        }
        assertThat(students).hasSize(expected.get("students").asInt());

        assertThat(district.importPackage("assistments.zip", roster(students), false)
                        .get("state")
                        .asString())
                .isEqualTo("DONE");
        district.postCsv("/api/roster/v1/competencies", competencies(skills));
        district.desk()
                .put("/api/progression/v1/policies/district", "{\"policy\":\"in-a-row\",\"parameters\":{\"k\":3}}");
        JsonNode batch = district.sendAttempts(attempts(answers));
        assertThat(batch.get("accepted").asInt())
                .as("%s", batch.get("problems"))
                .isEqualTo(325_637);
        assertThat(batch.get("refused").asInt()).isZero();

        Map<String, Integer> struggles = District.until(
                this::struggles,
                found -> found.getOrDefault("attempts", 0)
                        == expected.get("attempts").asInt());
        assertThat(struggles)
                .containsEntry("pairs", expected.get("pairs").asInt())
                .containsEntry("productive", expected.get("masteredWithin10").asInt())
                .containsEntry("wheelSpinning", expected.get("wheelSpinning").asInt())
                .containsEntry("indeterminate", expected.get("indeterminate").asInt())
                .containsEntry("mastered", expected.get("everThreeInARow").asInt());
        assertThat(skills).hasSize(110);
    }

    /** Counts of the states as progression keeps them, told by its own API. */
    private Map<String, Integer> struggles() {
        JsonNode totals = district.desk().get("/api/progression/v1/totals");
        Map<String, Integer> counts = new HashMap<>();
        totals.properties()
                .forEach(total -> counts.put(total.getKey(), total.getValue().asInt()));
        return counts;
    }

    private static byte[] competencies(Set<String> skills) {
        StringBuilder csv = new StringBuilder("code,name,grade,domain,cluster\n");
        for (String skill : skills)
            csv.append("SK.").append(skill).append(",Skill ").append(skill).append(",7,M,M\n");
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] attempts(List<NamedCsvRecord> answers) {
        StringBuilder csv =
                new StringBuilder("attemptId,studentSourcedId,competencyCode,kind,score,maxScore,ordinal\n");
        for (NamedCsvRecord answer : answers)
            csv.append(answer.getField("studentId"))
                    .append('-')
                    .append(answer.getField("skill"))
                    .append('-')
                    .append(answer.getField("seq"))
                    .append(',')
                    .append(answer.getField("studentId"))
                    .append(",SK.")
                    .append(answer.getField("skill"))
                    .append(",SUMMATIVE,")
                    .append(answer.getField("correct"))
                    .append(",1,")
                    .append(answer.getField("seq"))
                    .append('\n');
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A OneRoster package of one school, one class and these students. */
    private static byte[] roster(Set<String> students) {
        List<String> users = new ArrayList<>();
        List<String> roles = new ArrayList<>();
        List<String> enrollments = new ArrayList<>();
        int number = 0;
        for (String student : students) {
            users.add(student + ",,,true,u" + ++number + ",Learner,Number " + number + ",,");
            roles.add("R-" + student + ",,," + student + ",primary,student,,,S1,");
            enrollments.add("E-" + student + ",,,C1,S1," + student + ",student,false,,");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            file(
                    zip,
                    "manifest.csv",
                    "propertyName,value",
                    List.of(
                            "manifest.version,1.0",
                            "oneroster.version,1.2",
                            "file.academicSessions,bulk",
                            "file.orgs,bulk",
                            "file.courses,bulk",
                            "file.classes,bulk",
                            "file.users,bulk",
                            "file.roles,bulk",
                            "file.enrollments,bulk",
                            "file.demographics,absent"));
            file(
                    zip,
                    "orgs.csv",
                    "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId",
                    List.of("D1,,,Answers,district,,", "S1,,,School,school,,D1"));
            file(
                    zip,
                    "academicSessions.csv",
                    "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear",
                    List.of("T1,,,2021-2022,schoolYear,2021-08-01,2022-06-30,,2022"));
            file(
                    zip,
                    "courses.csv",
                    "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes",
                    List.of("K1,,,T1,Mathematics,,,S1,,"));
            file(
                    zip,
                    "classes.csv",
                    "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods",
                    List.of("C1,,,Mathematics,,K1,,scheduled,,S1,T1,,,"));
            file(
                    zip,
                    "users.csv",
                    "sourcedId,status,dateLastModified,enabledUser,username,givenName,familyName,email,agentSourcedIds",
                    users);
            file(
                    zip,
                    "roles.csv",
                    "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId",
                    roles);
            file(
                    zip,
                    "enrollments.csv",
                    "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate",
                    enrollments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void file(ZipOutputStream zip, String name, String header, List<String> rows) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((header + "\n" + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
