package io.pacelight.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.events.BellScheduleChanged;
import io.pacelight.events.CalendarChanged;
import io.pacelight.events.ClassChanged;
import io.pacelight.events.CodeCrosswalked;
import io.pacelight.events.CompetencyChanged;
import io.pacelight.events.CourseChanged;
import io.pacelight.events.OrgChanged;
import io.pacelight.events.PersonChanged;
import io.pacelight.events.PersonKind;
import io.pacelight.events.PrerequisitesChanged;
import io.pacelight.events.SchoolDay;
import io.pacelight.events.StaffChanged;
import io.pacelight.events.StudentChanged;
import io.pacelight.events.TermChanged;
import io.pacelight.kit.testing.RunningService;
import io.pacelight.testing.RealInput;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** The real district, from an empty store to a second import that changes nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GrandBendIT {
    private final String district = "d" + UUID.randomUUID();
    private RunningService service =
            RunningService.start(RosterApplication.class, "roster", "roster-" + UUID.randomUUID());
    private DeskClient desk = new DeskClient(service, district);
    private Told told = new Told(service, district);

    @BeforeAll
    void data_is_there() {
        RealInput.file("grand-bend");
    }

    @AfterAll
    void stop() {
        told.close();
    }

    private static Path file(String name) {
        return RealInput.file("grand-bend/" + name);
    }

    @Test
    @Order(1)
    void the_package_goes_in_with_the_counts_of_its_readme() {
        JsonNode done = desk.upload(file("oneroster.zip"));

        assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("DONE");
        assertThat(done.path("problems")).isEmpty();
        assertThat(created(done, "orgs.csv")).isEqualTo(4);
        assertThat(created(done, "academicSessions.csv")).isEqualTo(9);
        assertThat(created(done, "courses.csv")).isEqualTo(84);
        assertThat(created(done, "classes.csv")).isEqualTo(532);
        assertThat(created(done, "users.csv")).isEqualTo(2_897);
        assertThat(created(done, "roles.csv")).isEqualTo(2_899);
        assertThat(created(done, "enrollments.csv")).isEqualTo(12_870);
        assertThat(created(done, "demographics.csv")).isEqualTo(960);
    }

    private static int created(JsonNode done, String file) {
        for (JsonNode report : done.path("files")) {
            if (report.path("file").asString().equals(file)) {
                assertThat(report.path("rows").asInt())
                        .isEqualTo(report.path("created").asInt());
                return report.path("created").asInt();
            }
        }
        throw new AssertionError("no report of " + file);
    }

    @Test
    @Order(2)
    void every_entity_is_told_once() {
        assertThat(told.all(OrgChanged.class))
                .hasSize(4)
                .allMatch(org -> org.zone().equals("America/Chicago"));
        assertThat(told.all(TermChanged.class)).hasSize(9);
        assertThat(told.all(CourseChanged.class)).hasSize(84);
        assertThat(told.all(ClassChanged.class)).hasSize(532);
        assertThat(told.all(ClassChanged.class).stream()
                        .filter(c -> c.teachers().isEmpty()))
                .hasSize(6);
        assertThat(told.all(StudentChanged.class)).hasSize(960);
        assertThat(told.all(StudentChanged.class).stream()
                        .mapToInt(student -> student.enrolments().size())
                        .sum())
                .isEqualTo(12_342);
        assertThat(told.all(StudentChanged.class).stream()
                        .flatMap(s -> s.guardians().stream())
                        .distinct())
                .hasSize(1_872);
        assertThat(told.all(StaffChanged.class)).hasSize(65);
        assertThat(told.all(PersonChanged.class).stream().filter(p -> p.kind() == PersonKind.GUARDIAN))
                .hasSize(1_872);
        assertThat(told.all(PersonChanged.class)).hasSize(2_897);
    }

    @Test
    @Order(3)
    void the_same_package_again_tells_nothing() {
        int before = told.all().size();

        JsonNode done = desk.upload(file("oneroster.zip"));

        assertThat(done.path("state").asString()).isEqualTo("DONE");
        for (JsonNode report : done.path("files")) {
            assertThat(report.path("unchanged").asInt())
                    .isEqualTo(report.path("rows").asInt());
        }
        assertThat(told.all()).hasSize(before);
    }

    @Test
    @Order(4)
    void calendar_and_bell_schedule_go_in_and_again_change_nothing() {
        JsonNode calendar = desk.csv("/api/roster/v1/calendars", file("school-calendar.csv"))
                .body();
        assertThat(calendar.path("accepted").asInt()).as(calendar.toString()).isEqualTo(834);
        assertThat(calendar.path("refused").asInt()).isZero();
        assertThat(calendar.path("changed").asInt()).isEqualTo(3);
        assertThat(told.all(CalendarChanged.class)).hasSize(3).allSatisfy(c -> {
            assertThat(c.days()).hasSize(278);
            assertThat(c.days().stream().filter(SchoolDay::instructional)).hasSize(189);
        });

        JsonNode bells = desk.csv("/api/roster/v1/bell-schedules", file("bell-schedule.csv"))
                .body();
        assertThat(bells.path("accepted").asInt()).as(bells.toString()).isEqualTo(557);
        assertThat(bells.path("changed").asInt()).isEqualTo(532);
        assertThat(told.all(BellScheduleChanged.class).stream()
                        .mapToInt(b -> b.meetings().size())
                        .sum())
                .isEqualTo(557);

        assertThat(desk.csv("/api/roster/v1/calendars", file("school-calendar.csv"))
                        .body()
                        .path("changed")
                        .asInt())
                .isZero();
        assertThat(desk.csv("/api/roster/v1/bell-schedules", file("bell-schedule.csv"))
                        .body()
                        .path("changed")
                        .asInt())
                .isZero();
    }

    @Test
    @Order(5)
    void the_common_core_goes_in_with_its_dependencies_but_not_with_its_circles() {
        JsonNode codes = desk.csv("/api/roster/v1/competencies", RealInput.file("ccss-math/competencies.csv"))
                .body();
        assertThat(codes.path("accepted").asInt()).as(codes.toString()).isEqualTo(471);
        assertThat(told.all(CompetencyChanged.class)).hasSize(471);

        DeskClient.Answer all = desk.csv("/api/roster/v1/prerequisites", RealInput.file("ccss-math/prerequisites.csv"));
        assertThat(all.status()).isEqualTo(422);
        assertThat(all.body().path("problems").path(0).path("code").asString()).isEqualTo("cycle");
        assertThat(all.body().path("detail").asString()).contains(" → ").contains("?kinds=");
        assertThat(told.all(PrerequisitesChanged.class)).isEmpty();

        JsonNode some = desk.csv(
                        "/api/roster/v1/prerequisites?kinds=dependency", RealInput.file("ccss-math/prerequisites.csv"))
                .body();
        assertThat(some.path("refused").asInt()).as(some.toString()).isZero();
        assertThat(some.path("accepted").asInt()).isEqualTo(729);
        assertThat(some.path("leftAside").asInt()).isEqualTo(144);
        assertThat(told.all(PrerequisitesChanged.class).stream()
                        .mapToInt(p -> p.requires().size())
                        .sum())
                .isEqualTo(729);

        JsonNode crosswalk = desk.csv("/api/roster/v1/crosswalks", file("competency-crosswalk.csv"))
                .body();
        assertThat(crosswalk.path("accepted").asInt()).as(crosswalk.toString()).isEqualTo(11);
        assertThat(told.all(CodeCrosswalked.class))
                .contains(new CodeCrosswalked(district, "CC.6.RP.3c", "6.RP.A.3.c"))
                .hasSize(11);
    }

    @Test
    @Order(6)
    void a_student_is_found_by_the_number_of_the_school() {
        JsonNode student =
                desk.get("/api/roster/v1/students?sourcedId=S-604822").body();

        assertThat(student.path("id").asString()).startsWith("stu_").hasSize(24);
        assertThat(told.latest(StudentChanged.class))
                .containsKey(district + "|" + student.path("id").asString());
        assertThat(desk.get("/api/roster/v1/students?sourcedId=S-1").status()).isEqualTo(404);
    }
}
