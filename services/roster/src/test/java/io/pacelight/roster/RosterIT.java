package io.pacelight.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.pacelight.events.AttendanceRecorded;
import io.pacelight.events.AttendanceStatus;
import io.pacelight.events.BellScheduleChanged;
import io.pacelight.events.ClassChanged;
import io.pacelight.events.ClassTeacher;
import io.pacelight.events.CourseChanged;
import io.pacelight.events.Enrolment;
import io.pacelight.events.OrgChanged;
import io.pacelight.events.PacingPlanChanged;
import io.pacelight.events.PathwayChanged;
import io.pacelight.events.PersonChanged;
import io.pacelight.events.PersonKind;
import io.pacelight.events.PrerequisitesChanged;
import io.pacelight.events.StaffChanged;
import io.pacelight.events.StudentChanged;
import io.pacelight.kit.testing.Eventually;
import io.pacelight.kit.testing.OpenApiContract;
import io.pacelight.kit.testing.RunningService;
import io.pacelight.kit.testing.TestTokens;
import io.pacelight.roster.adapter.in.work.ImportWorker;
import io.pacelight.roster.application.job.ImportJob;
import io.pacelight.roster.application.job.ImportState;
import io.pacelight.roster.application.job.Imports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The roster as a data desk meets it, on a real broker and over the store's real protocol. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RosterIT {
    private static final String DELTA_E =
            "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate\n";
    private static final String AT = "2022-01-10T06:00:00.000Z";

    private final RunningService service =
            RunningService.start(RosterApplication.class, "roster", "roster-" + UUID.randomUUID());

    @AfterAll
    void stop() {
        service.close();
    }

    /** One district of its own for each test. */
    private final class World implements AutoCloseable {
        private final String district = "d" + UUID.randomUUID();
        private final DeskClient desk = new DeskClient(service, district);
        private final Told told = new Told(service, district);

        World with(Packages files) {
            JsonNode done = upload(files);
            assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("DONE");
            return this;
        }

        JsonNode upload(Packages files) {
            return desk.upload(files.zip(), false);
        }

        String student(String sourcedId) {
            return desk.get("/api/roster/v1/students?sourcedId=" + sourcedId)
                    .body()
                    .path("id")
                    .asString();
        }

        StudentChanged latest(String sourcedId) {
            StudentChanged latest = told.latest(StudentChanged.class).get(district + "|" + student(sourcedId));
            if (latest == null) {
                throw new AssertionError("nothing told of " + sourcedId);
            }
            return latest;
        }

        ClassChanged latestClass(String id) {
            ClassChanged latest = told.latest(ClassChanged.class).get(district + "|class|" + id);
            if (latest == null) {
                throw new AssertionError("nothing told of " + id);
            }
            return latest;
        }

        World withCompetencies() {
            desk.csv("/api/roster/v1/competencies", "code\nA\nB\nC\nD\n");
            return this;
        }

        @Override
        public void close() {
            told.close();
        }
    }

    private static List<String> messages(JsonNode answer) {
        return answer.path("problems")
                .valueStream()
                .map(problem -> problem.path("message").asString())
                .toList();
    }

    @Test
    void a_package_becomes_events_keyed_by_entity() {
        try (World world = new World().with(Packages.bulk())) {
            StudentChanged ty = world.latest("U1");
            assertThat(ty.grades()).containsExactly("03");
            assertThat(ty.schools()).containsExactly("S1");
            assertThat(ty.enrolments())
                    .containsExactly(
                            new Enrolment("K1", "C1", "S1", LocalDate.of(2021, 8, 23), LocalDate.of(2021, 12, 17)),
                            new Enrolment("K2", "C2", "S1", LocalDate.of(2021, 8, 23), LocalDate.of(2021, 12, 17)));
            assertThat(ty.guardians()).singleElement().asString().startsWith("gdn_");
            assertThat(world.latestClass("K2").periods()).containsExactly("2", "3");
            ClassTeacher teacher = world.latestClass("K1").teachers().getFirst();
            assertThat(teacher.primary()).isTrue();
            assertThat(world.told.latest(StaffChanged.class)).containsKey(world.district + "|staff|" + teacher.staff());
            assertThat(world.told.all(PersonChanged.class).stream()
                            .filter(p -> p.kind() == PersonKind.STUDENT
                                    && p.sourcedId().equals("U1")))
                    .singleElement()
                    .satisfies(p -> assertThat(p.givenName()).isEqualTo("Ty"));
        }
    }

    @Test
    void a_dry_run_says_what_would_happen_and_does_nothing() {
        try (World world = new World()) {
            JsonNode done = world.desk.upload(Packages.bulk().zip(), true);

            assertThat(done.path("state").asString()).isEqualTo("DONE");
            assertThat(done.path("dryRun").asBoolean()).isTrue();
            assertThat(done.path("files").path(4).path("created").asInt()).isEqualTo(4);
            assertThat(world.told.all()).isEmpty();
            assertThat(world.desk.get("/api/roster/v1/students?sourcedId=U1").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void of_a_refused_package_nothing_is_applied() {
        try (World world = new World()) {
            JsonNode refused = world.upload(Packages.bulk().replace("enrollments.csv", "U2,student", "U2,pupil"));

            assertThat(refused.path("state").asString()).isEqualTo("REFUSED");
            assertThat(refused.path("errors").asInt()).isEqualTo(1);
            JsonNode problem = refused.path("problems").path(0);
            assertThat(problem.path("file").asString()).isEqualTo("enrollments.csv");
            assertThat(problem.path("row").asInt()).isEqualTo(3);
            assertThat(problem.path("column").asString()).isEqualTo("role");
            assertThat(problem.path("code").asString()).isEqualTo("unknown-role");
            assertThat(world.told.all()).isEmpty();
            Eventually.holds(() -> assertThat(service.bean(MongoDatabase.class)
                            .getCollection("uploads")
                            .countDocuments(Filters.and(
                                    Filters.gt("_id", world.district + "|"), Filters.lt("_id", world.district + "}"))))
                    .isZero());
        }
    }

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
    void what_a_crash_left_half_done_is_taken_up_again() throws IOException {
        try (World world = new World()) {
            Imports imports = service.bean(Imports.class);
            ImportJob job = ImportJob.queued(
                    world.district, UUID.randomUUID().toString(), "a.zip", 1, "admin", false, Instant.EPOCH);
            byte[] zip = Packages.bulk().zip();
            ImportJob stored = imports.create(job, new ByteArrayInputStream(zip));
            imports.save(stored.in(ImportState.APPLYING, "apply", 10));
            service.bean(ImportWorker.class).ring();

            assertThat(world.desk.settled(job.id()).path("state").asString()).isEqualTo("DONE");
            assertThat(world.told.all(StudentChanged.class)).hasSize(2);
        }
    }

    @Test
    void edition_1_1_gives_the_same_people() {
        Packages files = Packages.bulk()
                .without("roles.csv")
                .file("manifest.csv", Packages.manifest("1.1", "bulk", false))
                .file("users.csv", """
                        sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password
                        T1,,,true,S1,teacher,t1,,Barry,Tanner,,T1,,,,,,
                        U1,,,true,S1,student,u1,,Tyrone,Dyer,,U1,,,,G1,03,
                        U2,,,true,S1,student,u2,,Zoe,Nuñez,,U2,,,,,03,
                        G1,,,true,S1,parent,g1,,Carmen,Dyer,,G1,,,,U1,,
                        """);
        try (World world = new World().with(files)) {
            assertThat(world.told.all(StudentChanged.class)).hasSize(2);
            assertThat(world.latest("U1").guardians()).hasSize(1);
            assertThat(world.told.all(StaffChanged.class))
                    .singleElement()
                    .satisfies(staff -> assertThat(staff.roles())
                            .singleElement()
                            .satisfies(role -> assertThat(role.role()).isEqualTo("teacher")));
        }
    }

    @Test
    void an_organisation_may_name_its_time_zone() {
        try (World world = new World()
                .with(Packages.bulk()
                        .edit(
                                "orgs.csv",
                                text -> text.replace("parentSourcedId\n", "parentSourcedId,metadata.timeZone\n")
                                        .replace("D1,\n", "D1,,\n")
                                        .replace("S1,D1\n", "S1,D1,America/Denver\n")))) {
            assertThat(world.told.all(OrgChanged.class))
                    .extracting(OrgChanged::zone)
                    .containsExactlyInAnyOrder("America/Chicago", "America/Denver");
        }
    }

    @Test
    void only_the_data_desk_may_import_and_only_what_one_may_see_is_found() {
        try (World world = new World().with(Packages.bulk())) {
            DeskClient teacher = DeskClient.withToken(service, TestTokens.of(world.district, "t1"));
            DeskClient stranger =
                    DeskClient.withToken(service, TestTokens.of("elsewhere", "admin", "pacelight-data-desk"));

            assertThat(teacher.uploadOnly(Packages.bulk().zip(), false).status())
                    .isEqualTo(403);
            assertThat(teacher.csv("/api/roster/v1/competencies", "code\nA\n").status())
                    .isEqualTo(403);
            assertThat(teacher.put("/api/roster/v1/courses/C1/pathway", "application/json", "{}")
                            .status())
                    .isEqualTo(403);
            assertThat(teacher.get("/api/roster/v1/imports").status()).isEqualTo(403);
            assertThat(stranger.get("/api/roster/v1/students?sourcedId=U1").status())
                    .isEqualTo(404);
            assertThat(teacher.get("/api/roster/v1/students?sourcedId=U1").status())
                    .isEqualTo(404);
            assertThat(DeskClient.withToken(service, "nonsense")
                            .get("/api/roster/v1/imports")
                            .status())
                    .isEqualTo(401);
            DeskClient principal = DeskClient.withToken(service, TestTokens.of(world.district, "p1"));
            world.desk.upload(
                    Packages.bulk()
                            .addRow("users.csv", "P1,,,true,p1,,Ada,Head,,P1,,,,,,,,,,,S1,")
                            .addRow("roles.csv", "R9,,,P1,primary,principal,,,S1,")
                            .zip(),
                    false);
            Eventually.holds(() -> assertThat(principal
                            .get("/api/roster/v1/students?sourcedId=U1")
                            .status())
                    .isEqualTo(200));
        }
    }

    @Test
    void good_rows_go_in_and_bad_ones_are_answered_one_by_one() {
        try (World world = new World().with(Packages.bulk())) {
            JsonNode calendar = world.desk.csv("/api/roster/v1/calendars", """
                            schoolSourcedId,date,instructional,bellVariant
                            S1,2021-08-23,true,
                            S1,08/24/2021,true,
                            S9,2021-08-25,true,
                            S1,2021-08-26,maybe,
                            S1,2021-08-23,false,
                            S1,2021-08-27,false
                            S1,2021-08-30,true,Early Release
                            """).body();
            assertThat(calendar.path("accepted").asInt()).isEqualTo(2);
            assertThat(calendar.path("refused").asInt()).isEqualTo(5);
            assertThat(messages(calendar))
                    .containsExactly(
                            "calendars.csv data row 2: date '08/24/2021' is not YYYY-MM-DD. Write it as 2021-08-24.",
                            "calendars.csv data row 3: schoolSourcedId 'S9' is not in the roster; import the OneRoster package first or correct it.",
                            "calendars.csv data row 4: instructional 'maybe' is neither true nor false.",
                            "calendars.csv data row 5: 2021-08-23 of school 'S1' stands on data row 1 already; leave one out.",
                            "calendars.csv data row 6 has 3 fields, header has 4. Write every comma, also where a value is empty.");

            JsonNode bells =
                    world.desk.csv("/api/roster/v1/bell-schedules", """
                            classSourcedId,dayRule,startTime,endTime,termSourcedId,period
                            K1,MO|WE|FR,08:35:00,09:25:00,F22,1
                            K1,,08:35,09:25,F22,1
                            K2,Mon,1:05 PM,13:55,,2
                            K2,A|B,13:55,13:05,,2
                            K9,MO,08:00,09:00,,
                            """).body();
            assertThat(bells.path("accepted").asInt()).isEqualTo(1);
            assertThat(messages(bells))
                    .containsExactly(
                            "bell-schedules.csv data row 2: dayRule '' names no days; write weekdays like MO|TU|WE or cycle days like A|B.",
                            "bell-schedules.csv data row 3: startTime '1:05 PM' is not HH:MM on the 24-hour clock. Write 13:05.",
                            "bell-schedules.csv data row 4: endTime 13:05 is not after startTime 13:55.",
                            "bell-schedules.csv data row 5: classSourcedId 'K9' is not in the roster; import the OneRoster package first or correct it.");
            assertThat(world.told.all(BellScheduleChanged.class))
                    .singleElement()
                    .satisfies(changed -> {
                        assertThat(changed.school()).isEqualTo("S1");
                        assertThat(changed.meetings().getFirst().days()).containsExactly("MO", "WE", "FR");
                    });
        }
    }

    @Test
    void attendance_by_number_or_key_for_a_class_or_the_day() {
        try (World world = new World().with(Packages.bulk())) {
            String ty = world.student("U1");
            String file = """
                    student,studentSourcedId,date,classSourcedId,code,minutes
                    ,U1,2021-09-01,K1,ABSENT,
                    %s,,2021-09-02,,tardy,12
                    ,U1,2021-09-03,,PRESENT,
                    ,U2,2021-09-03,,X,
                    ,U9,2021-09-03,,A,
                    ,U2,2021-09-03,K2,A,
                    ,U2,2021-09-03,,gone fishing,
                    ,U2,2021-09-03,,A,soon
                    ,U2,2021-09-04,,P,10
                    """.formatted(ty);
            JsonNode done = world.desk.csv("/api/roster/v1/attendance", file).body();

            assertThat(done.path("accepted").asInt()).as(done.toString()).isEqualTo(4);
            assertThat(done.path("refused").asInt()).isEqualTo(5);
            assertThat(world.told.all(AttendanceRecorded.class))
                    .contains(
                            new AttendanceRecorded(
                                    world.district, ty, LocalDate.of(2021, 9, 1), "K1", AttendanceStatus.ABSENT, null),
                            new AttendanceRecorded(
                                    world.district, ty, LocalDate.of(2021, 9, 2), null, AttendanceStatus.ABSENT, 12))
                    .hasSize(4);
            assertThat(messages(done).stream().filter(m -> m.contains("gone fishing")))
                    .containsExactly(
                            "attendance.csv data row 7: code 'gone fishing' is not known; write PRESENT, ABSENT, TARDY (with minutes) or EXCLUDED.");
            assertThat(world.desk
                            .csv("/api/roster/v1/attendance", file)
                            .body()
                            .path("changed")
                            .asInt())
                    .isZero();
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
            assertThat(world.told.all(CourseChanged.class)).last().satisfies(course -> {
                assertThat(course.course()).isEqualTo("C2");
                assertThat(course.active()).isFalse();
            });
        }
    }

    @Test
    void prerequisites_of_a_kind_that_no_row_has_are_refused() {
        try (World world = new World().withCompetencies()) {
            DeskClient.Answer answer =
                    world.desk.csv("/api/roster/v1/prerequisites?kinds=dependancy", "from,to,kind\nA,B,dependency\n");

            assertThat(answer.status()).isEqualTo(422);
            assertThat(messages(answer.body()))
                    .containsExactly("No row is of kind 'dependancy'; the file has dependency: 1.");
        }
    }

    @Test
    void prerequisites_that_close_a_circle_with_stored_ones_are_refused() {
        try (World world = new World().withCompetencies()) {
            assertThat(world.desk
                            .csv("/api/roster/v1/prerequisites", "from,to\nA,B\nB,C\n")
                            .status())
                    .isEqualTo(200);

            DeskClient.Answer refused = world.desk.csv("/api/roster/v1/prerequisites", "from,to\nC,A\n");

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body().path("problems").path(0).path("message").asString())
                    .startsWith("The prerequisites go in a circle: ")
                    .contains("A → B → C → A", "stored before, stored before, row 1");
            assertThat(world.told.all(PrerequisitesChanged.class)).hasSize(2);
            assertThat(world.desk
                            .csv("/api/roster/v1/prerequisites", "from,to\nA,A\n")
                            .status())
                    .isEqualTo(422);
            JsonNode some = world.desk
                    .csv("/api/roster/v1/prerequisites", "from,to\nA,D\nZ,D\n")
                    .body();
            assertThat(messages(some))
                    .containsExactly(
                            "prerequisites.csv data row 2: from 'Z' is not in the district's framework; import the competencies first or correct the code.");
        }
    }

    @Test
    void pathway_and_pacing_plan_are_set_as_a_whole() {
        try (World world = new World().with(Packages.bulk()).withCompetencies()) {
            String pathway = "{\"units\":[{\"title\":\"Numbers\",\"competencies\":[\"A\",\"B\",\"C\"]},"
                    + "{\"title\":\"Shapes\",\"competencies\":[\"D\"]}]}";
            DeskClient.Answer set = world.desk.put("/api/roster/v1/courses/C1/pathway", "application/json", pathway);
            assertThat(set.status()).isEqualTo(200);
            assertThat(set.body().path("changed").asBoolean()).isTrue();
            assertThat(messages(set.body()))
                    .containsExactly("Unit 2, 'Shapes', has 1 competencies; units of 3 to 5 work best.");
            assertThat(world.desk
                            .put("/api/roster/v1/courses/C1/pathway", "application/json", pathway)
                            .body()
                            .path("changed")
                            .asBoolean())
                    .isFalse();
            assertThat(world.desk
                            .put(
                                    "/api/roster/v1/courses/C1/pathway",
                                    "text/csv",
                                    "unit,competencyCode\nNumbers,A\nNumbers,B\nNumbers,C\nShapes,D\n")
                            .body()
                            .path("changed")
                            .asBoolean())
                    .isFalse();
            assertThat(world.told.all(PathwayChanged.class)).hasSize(1);

            DeskClient.Answer bad = world.desk.put(
                    "/api/roster/v1/courses/C1/pathway",
                    "application/json",
                    "{\"units\":[{\"title\":\"Numbers\",\"competencies\":[\"A\",\"A\",\"Z\"]}]}");
            assertThat(bad.status()).isEqualTo(422);
            assertThat(messages(bad.body()))
                    .containsExactly(
                            "competency 'A' stands twice in the pathway, in places 1 and 2; leave one out.",
                            "competency 'Z' is not in the district's framework; import it first or correct the code.");
            assertThat(world.desk
                            .put("/api/roster/v1/courses/C9/pathway", "application/json", pathway)
                            .status())
                    .isEqualTo(404);
            assertThat(world.desk
                            .put("/api/roster/v1/courses/C1/pathway", "application/json", "{\"units\":7}")
                            .status())
                    .isEqualTo(400);

            assertThat(world.desk
                            .put(
                                    "/api/roster/v1/classes/K1/pacing-plan",
                                    "application/json",
                                    "{\"targets\":[{\"competency\":\"A\",\"minutes\":250},{\"competency\":\"B\",\"date\":\"2021-10-01\"}]}")
                            .status())
                    .isEqualTo(200);
            assertThat(world.told.all(PacingPlanChanged.class)).singleElement().satisfies(plan -> {
                assertThat(plan.targets()).hasSize(2);
                assertThat(plan.targets().getFirst().minutes()).isEqualTo(250);
            });
            DeskClient.Answer both = world.desk.put(
                    "/api/roster/v1/classes/K1/pacing-plan",
                    "text/csv",
                    "competencyCode,minutes,date\nA,10,2021-10-01\nB,,\nC,0,\n");
            assertThat(both.status()).isEqualTo(422);
            assertThat(messages(both.body()))
                    .containsExactly(
                            "the target of 'A' needs either class minutes or a date, and not both.",
                            "the target of 'B' needs either class minutes or a date, and not both.",
                            "the target of 'C' has 0 minutes; write a number from 1 to 100000.");
        }
    }

    @Test
    void a_file_without_its_columns_is_refused_in_one_sentence() {
        try (World world = new World().withCompetencies()) {
            DeskClient.Answer answer = world.desk.csv("/api/roster/v1/prerequisites", "before,after\nA,B\n");

            assertThat(answer.status()).isEqualTo(422);
            assertThat(messages(answer.body()))
                    .contains(
                            "prerequisites.csv: required column 'from' is missing. Add it to the header and to every row.");
            assertThat(world.desk.csv("/api/roster/v1/competencies", "").status())
                    .isEqualTo(422);
            assertThat(world.desk
                            .post("/api/roster/v1/competencies", "application/json", new byte[] {'{', '}'})
                            .status())
                    .isEqualTo(415);
        }
    }

    @Test
    void the_served_contract_is_the_one_in_the_repository() {
        OpenApiContract.check(service.url(), "roster");
    }
}
