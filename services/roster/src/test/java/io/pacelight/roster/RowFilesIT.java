package io.pacelight.roster;

import static io.pacelight.roster.World.messages;
import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.events.AttendanceRecorded;
import io.pacelight.events.AttendanceStatus;
import io.pacelight.events.BellScheduleChanged;
import io.pacelight.events.PacingPlanChanged;
import io.pacelight.events.PathwayChanged;
import io.pacelight.events.PrerequisitesChanged;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files whose rows stand alone, pathways and plans. */
class RowFilesIT {

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
}
