package io.pacelight.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.pacelight.events.ClassTeacher;
import io.pacelight.events.Enrolment;
import io.pacelight.events.OrgChanged;
import io.pacelight.events.PersonChanged;
import io.pacelight.events.PersonKind;
import io.pacelight.events.StaffChanged;
import io.pacelight.events.StudentChanged;
import io.pacelight.kit.testing.Eventually;
import io.pacelight.kit.testing.OpenApiContract;
import io.pacelight.kit.testing.TestTokens;
import io.pacelight.roster.adapter.in.work.ImportWorker;
import io.pacelight.roster.application.job.ImportJob;
import io.pacelight.roster.application.job.ImportState;
import io.pacelight.roster.application.job.Imports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The roster as a data desk meets it, on a real broker and over the store's real protocol. */
class RosterIT {

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
            Eventually.holds(() -> assertThat(RosterUnderTest.service()
                            .bean(MongoDatabase.class)
                            .getCollection("uploads")
                            .countDocuments(Filters.and(
                                    Filters.gt("_id", world.district + "|"), Filters.lt("_id", world.district + "}"))))
                    .isZero());
        }
    }

    @Test
    void what_a_crash_left_half_done_is_taken_up_again() throws IOException {
        try (World world = new World()) {
            Imports imports = RosterUnderTest.service().bean(Imports.class);
            ImportJob job = ImportJob.queued(
                    world.district, UUID.randomUUID().toString(), "a.zip", 1, "admin", false, Instant.EPOCH);
            byte[] zip = Packages.bulk().zip();
            ImportJob stored = imports.create(job, new ByteArrayInputStream(zip));
            imports.save(stored.in(ImportState.APPLYING, "apply", 10));
            RosterUnderTest.service().bean(ImportWorker.class).ring();

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
            DeskClient teacher = DeskClient.withToken(RosterUnderTest.service(), TestTokens.of(world.district, "t1"));
            DeskClient stranger = DeskClient.withToken(
                    RosterUnderTest.service(), TestTokens.of("elsewhere", "admin", "pacelight-data-desk"));

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
            assertThat(DeskClient.withToken(RosterUnderTest.service(), "nonsense")
                            .get("/api/roster/v1/imports")
                            .status())
                    .isEqualTo(401);
            DeskClient principal = DeskClient.withToken(RosterUnderTest.service(), TestTokens.of(world.district, "p1"));
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
    void a_student_who_has_moved_is_found_by_the_new_school_and_no_longer_by_the_old_one() {
        try (World world = new World()
                .with(Packages.bulk()
                        .addRow("orgs.csv", "S2,,,Canyon Elementary,school,S2,D1")
                        .addRow("classes.csv", "K3,,,Math 3,03,C1,M3-3,scheduled,103,S2,F22,Mathematics,,1")
                        .addRow("users.csv", "P1,,,true,p1,,Ada,Head,,P1,,,,,,,,,,,S1,")
                        .addRow("users.csv", "P2,,,true,p2,,Bea,Head,,P2,,,,,,,,,,,S2,")
                        .addRow("roles.csv", "R8,,,P1,primary,principal,,,S1,")
                        .addRow("roles.csv", "R9,,,P2,primary,principal,,,S2,")
                        .addRow("enrollments.csv", "E5,,,K3,S2,U1,student,false,2021-12-20,"))) {
            DeskClient before = DeskClient.withToken(RosterUnderTest.service(), TestTokens.of(world.district, "p1"));
            DeskClient now = DeskClient.withToken(RosterUnderTest.service(), TestTokens.of(world.district, "p2"));
            String moved = "/api/roster/v1/students?sourcedId=U1";
            Eventually.holds(() -> assertThat(now.get(moved).status()).isEqualTo(200));
            Eventually.holds(() -> assertThat(
                            before.get("/api/roster/v1/students?sourcedId=U2").status())
                    .isEqualTo(200));
            assertThat(before.get(moved).status()).isEqualTo(404);
        }
    }

    @Test
    void the_served_contract_is_the_one_in_the_repository() {
        OpenApiContract.check(RosterUnderTest.service().url(), "roster");
    }
}
