package io.pacelight.acceptance;

import static io.pacelight.acceptance.GrandBend.ATTEMPTS;
import static io.pacelight.acceptance.GrandBend.BELLS;
import static io.pacelight.acceptance.GrandBend.CALENDAR;
import static io.pacelight.acceptance.GrandBend.CIRCLE;
import static io.pacelight.acceptance.GrandBend.COMPETENCIES;
import static io.pacelight.acceptance.GrandBend.CROSSWALK;
import static io.pacelight.acceptance.GrandBend.DEPENDENCIES;
import static io.pacelight.acceptance.GrandBend.DISTRICT;
import static io.pacelight.acceptance.GrandBend.ROSTER;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.pacelight.local.demo.Api;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** A small real district, from its export to a teacher's queue and mail. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GrandBendIT {
    /** Seven in the morning of the next school day, when digests go out. */
    private static final Instant NEXT_MORNING = Instant.parse("2022-03-02T13:01:00Z");

    private static final Set<String> TARGETS = Set.of("5.NF.A.1", "6.RP.A.3.c");

    @Test
    @Order(1)
    void the_counts_are_those_of_the_export() {
        assertThat(ROSTER.get("state").asString())
                .as("%s", ROSTER.get("problems"))
                .isEqualTo("DONE");
        assertThat(Words.rowsByFile(ROSTER))
                .containsEntry("orgs.csv", 4)
                .containsEntry("academicSessions.csv", 9)
                .containsEntry("courses.csv", 84)
                .containsEntry("classes.csv", 532)
                .containsEntry("users.csv", 2_897)
                .containsEntry("roles.csv", 2_899)
                .containsEntry("enrollments.csv", 12_870)
                .containsEntry("demographics.csv", 960);
    }

    @Test
    @Order(2)
    void importing_the_same_file_again_changes_nothing() {
        for (JsonNode file : GrandBend.roster().get("files")) {
            assertThat(file.get("created").asInt()
                            + file.get("updated").asInt()
                            + file.get("removed").asInt())
                    .as(file.get("file").asString())
                    .isZero();
        }
    }

    @Test
    @Order(3)
    void calendar_bells_and_curriculum_go_in_and_a_circle_is_refused_with_its_codes() {
        assertThat(CALENDAR.get("accepted").asInt()).isEqualTo(834);
        assertThat(BELLS.get("accepted").asInt()).isEqualTo(557);
        assertThat(COMPETENCIES.get("accepted").asInt()).isEqualTo(471);
        assertThat(CIRCLE)
                .isInstanceOf(Api.Refused.class)
                .hasMessageContaining("\"code\":\"cycle\"")
                .hasMessageContaining("1.OA.A.1 → 1.OA.C.6 → 1.OA.A.1");
        assertThat(DEPENDENCIES.get("accepted").asInt()).isEqualTo(729);
        assertThat(DEPENDENCIES.get("refused").asInt()).isZero();
        assertThat(CROSSWALK.get("accepted").asInt()).isEqualTo(11);
    }

    @Test
    @Order(4)
    void historical_evidence_gives_902_pairs_of_which_371_are_mastered_under_highest() {
        assertThat(ATTEMPTS.get("accepted").asInt())
                .as("%s", ATTEMPTS.get("problems"))
                .isEqualTo(2_050);
        JsonNode totals = District.until(
                () -> DISTRICT.desk().get("/api/progression/v1/totals"),
                found -> found.get("attempts").asInt() == 2_050);
        assertThat(totals.get("pairs").asInt()).isEqualTo(902);
        assertThat(totals.get("mastered").asInt()).isEqualTo(371);
    }

    @Test
    @Order(5)
    void a_missed_plan_gives_each_unmastered_student_one_conference_with_a_reason_for_each_missed_target() {
        Api teacher = DISTRICT.as(GrandBend.TEACHER);
        Map<String, Set<String>> expected = unmastered();
        assertThat(expected).hasSize(23);
        JsonNode queue = District.until(
                () -> teacher.get("/api/intervention/v1/classes/" + GrandBend.CLASS + "/conferences"),
                found -> pacingReasons(found).equals(expected));
        Set<String> students = new HashSet<>();
        for (JsonNode conference : queue.get("conferences")) {
            assertThat(students.add(conference.get("studentId").asString()))
                    .as("one open conference a student and class")
                    .isTrue();
            assertThat(conference.get("state").asString()).isEqualTo("OPEN");
            assertThat(conference.get("whyNow").asString()).isNotBlank();
        }
    }

    @Test
    @Order(6)
    void the_teacher_gets_one_plain_digest_without_a_students_name() {
        District.installation().clock().advanceTo(NEXT_MORNING);
        var mails = District.until(
                () -> District.installation().backbone().mail().messages().stream()
                        .filter(mail -> mail.to().contains(GrandBend.MAILBOX))
                        .toList(),
                found -> !found.isEmpty());
        assertThat(mails).hasSize(1);
        assertThat(mails.getFirst().body())
                .contains("Mathematics, Grade 8 - P02", "40 targets missed")
                .contains(District.installation().address().toString());
        Set<String> names = studentsOfClass().keySet().stream()
                .map(id -> DISTRICT.desk().get("/api/roster/v1/students?sourcedId=" + id))
                .map(student -> student.get("familyName").asString())
                .collect(Collectors.toSet());
        for (String name : names) assertThat(mails.getFirst().body()).doesNotContain(name);
    }

    /** Reasons by student key, as an independent recomputation from the file has them: best sitting below 80 %. */
    private static Map<String, Set<String>> unmastered() {
        Map<String, String> ours = new HashMap<>();
        for (NamedCsvRecord row : RealRows.of("grand-bend/competency-crosswalk.csv"))
            ours.put(row.getField("edfiLearningStandardId"), row.getField("ccssMathCode"));
        Map<String, double[]> sittings = new HashMap<>();
        for (NamedCsvRecord row : RealRows.of("grand-bend/attempts.csv")) {
            String sitting = row.getField("studentSourcedId")
                    + '|'
                    + ours.get(row.getField("competencyCode"))
                    + '|'
                    + row.getField("formId")
                    + '|'
                    + row.getField("assessedAt");
            double[] points = sittings.computeIfAbsent(sitting, ignored -> new double[2]);
            points[0] += Double.parseDouble(row.getField("score"));
            points[1] += Double.parseDouble(row.getField("maxScore"));
        }
        Set<String> mastered = new HashSet<>();
        sittings.forEach((sitting, points) -> {
            String[] parts = sitting.split("\\|");
            if (points[0] / points[1] >= 0.8) mastered.add(parts[0] + '|' + parts[1]);
        });
        Map<String, Set<String>> expected = new TreeMap<>();
        studentsOfClass().forEach((sourcedId, key) -> {
            Set<String> missed = TARGETS.stream()
                    .filter(code -> !mastered.contains(sourcedId + '|' + code))
                    .collect(Collectors.toSet());
            if (!missed.isEmpty()) expected.put(key, missed);
        });
        return expected;
    }

    /** SIS id to issued key. */
    private static Map<String, String> studentsOfClass() {
        Map<String, String> keys = new TreeMap<>();
        for (NamedCsvRecord row : RosterZip.rows("enrollments.csv"))
            if (row.getField("classSourcedId").equals(GrandBend.CLASS)
                    && row.getField("role").equals("student"))
                keys.put(
                        row.getField("userSourcedId"),
                        DISTRICT.desk()
                                .get("/api/roster/v1/students?sourcedId=" + row.getField("userSourcedId"))
                                .get("id")
                                .asString());
        return keys;
    }

    private static Map<String, Set<String>> pacingReasons(JsonNode queue) {
        Map<String, Set<String>> reasons = new TreeMap<>();
        for (JsonNode conference : queue.get("conferences"))
            for (JsonNode reason : conference.get("reasons"))
                if (reason.get("kind").asString().equals("PACING"))
                    reasons.computeIfAbsent(conference.get("studentId").asString(), ignored -> new HashSet<>())
                            .add(reason.get("target").asString().replaceFirst("^pace:", ""));
        return reasons;
    }
}
