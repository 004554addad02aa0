package io.pacelight.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.events.CourseChanged;
import io.pacelight.events.Enrolment;
import io.pacelight.events.StudentChanged;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Deltas, and bulk packages that leave something out. */
class ChangesIT {
    private static final String DELTA_E =
            "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate\n";
    private static final String AT = "2022-01-10T06:00:00.000Z";

    @Test
    void a_delta_changes_what_it_names_and_nothing_else() {
        try (World world = new World().with(Packages.bulk())) {
            int before = world.told.all().size();

            JsonNode done = world.desk.upload(
                    Packages.delta(Map.of(
                                    "enrollments",
                                    DELTA_E
                                            + "E3,active," + AT + ",K2,S1,U2,student,false,2021-08-23,2021-12-17\n"
                                            + "E9,active," + AT + ",K2,S1,T1,teacher,true,,\n"))
                            .zip(),
                    false);

            assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("DONE");
            assertThat(world.latest("U2").enrolments())
                    .extracting(Enrolment::classId)
                    .containsExactly("K2");
            assertThat(world.latest("U1").enrolments()).hasSize(2);
            assertThat(world.latestClass("K2").teachers()).hasSize(1);
            assertThat(world.told.all()).hasSize(before + 2);
        }
    }

    @Test
    void a_delta_that_moves_a_class_to_another_course_is_told_of_its_students() {
        try (World world = new World().with(Packages.bulk())) {
            JsonNode done =
                    world.desk.upload(Packages.delta(Map.of("classes", """
                            sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods
                            K1,active,2022-01-10T06:00:00.000Z,Math 3,03,C2,M3-1,scheduled,101,S1,F22,Mathematics,,1
                            """)).zip(), false);

            assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("DONE");
            assertThat(world.latest("U2").enrolments())
                    .extracting(Enrolment::course)
                    .containsExactly("C2");
        }
    }

    @Test
    void an_enrolment_that_goes_to_another_student_leaves_the_first() {
        try (World world = new World().with(Packages.bulk())) {
            JsonNode waiting = world.desk.upload(
                    Packages.delta(Map.of(
                                    "enrollments",
                                    DELTA_E + "E4,active," + AT + ",K2,S1,U2,student,false,2021-08-23,2021-12-17\n"))
                            .zip(),
                    false);

            assertThat(waiting.path("state").asString()).isEqualTo("WAITING_FOR_CONFIRMATION");
            String id = waiting.path("id").asString();
            world.desk.post("/api/roster/v1/imports/" + id + "/confirm", "application/json", new byte[0]);
            assertThat(world.desk.settled(id).path("state").asString()).isEqualTo("DONE");

            assertThat(world.latest("U2").enrolments()).hasSize(2);
            assertThat(world.latest("U1").enrolments())
                    .extracting(Enrolment::classId)
                    .containsExactly("K1");
        }
    }

    @Test
    void what_is_missing_from_a_bulk_file_is_closed_once_somebody_agrees() {
        try (World world = new World().with(Packages.bulk())) {
            String zoe = world.student("U2");
            Packages without = Packages.bulk()
                    .edit("users.csv", text -> text.replaceAll("U2,[^\n]*\n", ""))
                    .edit("roles.csv", text -> text.replaceAll("R3,[^\n]*\n", ""))
                    .edit("enrollments.csv", text -> text.replaceAll("E3,[^\n]*\n", ""));

            JsonNode waiting = world.upload(without);
            assertThat(waiting.path("state").asString()).isEqualTo("WAITING_FOR_CONFIRMATION");
            assertThat(waiting.path("needsConfirmation").path(0).path("school").asString())
                    .isEqualTo("S1");
            assertThat(waiting.path("needsConfirmation").path(0).path("before").asInt())
                    .isEqualTo(4);
            assertThat(waiting.path("needsConfirmation").path(0).path("ended").asInt())
                    .isEqualTo(1);
            assertThat(world.latest("U2").active()).isTrue();

            String id = waiting.path("id").asString();
            assertThat(world.desk
                            .post("/api/roster/v1/imports/" + id + "/confirm", "application/json", new byte[0])
                            .status())
                    .isEqualTo(200);
            assertThat(world.desk.settled(id).path("state").asString()).isEqualTo("DONE");

            StudentChanged gone = world.told.latest(StudentChanged.class).get(world.district + "|" + zoe);
            assertThat(gone).isNotNull();
            assertThat(gone.active()).isFalse();
            assertThat(gone.enrolments()).isEmpty();
            assertThat(world.desk
                            .post("/api/roster/v1/imports/" + id + "/confirm", "application/json", new byte[0])
                            .status())
                    .isEqualTo(409);

            world.with(Packages.bulk());
            assertThat(world.student("U2")).isEqualTo(zoe);
            assertThat(world.latest("U2").active()).isTrue();
        }
    }

    @Test
    void an_import_that_waits_can_be_given_up() {
        try (World world = new World().with(Packages.bulk())) {
            JsonNode waiting = world.upload(
                    Packages.bulk().edit("enrollments.csv", text -> text.replaceAll("E[34],[^\n]*\n", "")));
            String id = waiting.path("id").asString();

            JsonNode cancelled = world.desk
                    .post("/api/roster/v1/imports/" + id + "/cancel", "application/json", new byte[0])
                    .body();

            assertThat(cancelled.path("state").asString()).isEqualTo("CANCELLED");
            assertThat(world.latest("U1").enrolments()).hasSize(2);
            assertThat(world.desk
                            .get("/api/roster/v1/imports")
                            .body()
                            .path(0)
                            .path("id")
                            .asString())
                    .isEqualTo(id);
        }
    }

    @Test
    void a_delta_links_unlinks_and_deletes_people() {
        String header =
                "sourcedId,status,dateLastModified,enabledUser,username,givenName,familyName,agentSourcedIds,grades\n";
        try (World world = new World().with(Packages.bulk())) {
            String zoe = world.student("U2");
            String guardian = world.latest("U1").guardians().getFirst();

            JsonNode linked = world.desk.upload(
                    Packages.delta(Map.of("users", header + "G1,active," + AT + ",true,g1,Carmen,Dyer,\"U1,U2\",\n"))
                            .zip(),
                    false);
            assertThat(linked.path("state").asString()).as(linked.toString()).isEqualTo("DONE");
            assertThat(world.latest("U2").guardians()).containsExactly(guardian);

            world.desk.upload(
                    Packages.delta(Map.of("users", header + "G1,active," + AT + ",true,g1,Carmen,Dyer,,\n"))
                            .zip(),
                    false);
            assertThat(world.latest("U2").guardians()).isEmpty();
            assertThat(world.latest("U1").guardians()).containsExactly(guardian);

            JsonNode waiting = world.desk.upload(
                    Packages.delta(Map.of("users", header + "U2,tobedeleted," + AT + ",true,u2,Zoe,Smith,,\n"))
                            .zip(),
                    false);
            assertThat(waiting.path("state").asString()).isEqualTo("WAITING_FOR_CONFIRMATION");
            String id = waiting.path("id").asString();
            world.desk.post("/api/roster/v1/imports/" + id + "/confirm", "application/json", new byte[0]);
            assertThat(world.desk.settled(id).path("state").asString()).isEqualTo("DONE");
            StudentChanged gone = world.told.latest(StudentChanged.class).get(world.district + "|" + zoe);
            assertThat(gone).isNotNull();
            assertThat(gone.active()).isFalse();
        }
    }

    @Test
    void a_delta_withdraws_classes_and_courses() {
        try (World world = new World().with(Packages.bulk())) {
            JsonNode done = world.desk.upload(
                    Packages.delta(Map.of(
                                    "classes",
                                    "sourcedId,status,dateLastModified,title,courseSourcedId,classType,schoolSourcedId,termSourcedIds\n"
                                            + "K2,tobedeleted," + AT + ",,,,,\n",
                                    "courses",
                                    "sourcedId,status,dateLastModified,title,orgSourcedId\nC2,tobedeleted," + AT
                                            + ",,\n"))
                            .zip(),
                    false);

            assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("DONE");
            assertThat(world.latestClass("K2").active()).isFalse();
            assertThat(world.told.latest(CourseChanged.class).get(world.district + "|course|C2"))
                    .isEqualTo(new CourseChanged(
                            world.district,
                            "C2",
                            "Reading 3",
                            "READ-03",
                            "S1",
                            List.of("English"),
                            List.of("03"),
                            false));
        }
    }
}
