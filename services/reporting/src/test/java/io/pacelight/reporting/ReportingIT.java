package io.pacelight.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.pacelight.events.ConferenceState;
import io.pacelight.events.Envelope;
import io.pacelight.events.Pace;
import io.pacelight.events.PersonKind;
import io.pacelight.events.Topics;
import io.pacelight.kit.state.EventPublisher;
import io.pacelight.kit.stream.CloudEventHeaders;
import io.pacelight.kit.stream.QuarantineShelf;
import io.pacelight.kit.testing.Eventually;
import io.pacelight.kit.testing.OpenApiContract;
import io.pacelight.kit.testing.RunningService;
import io.pacelight.kit.testing.TestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service: events in, pages out, under each reader's scope. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportingIT {
    private static final JsonMapper JSON = new JsonMapper();

    private final String district = "d" + UUID.randomUUID();
    private final Told told = new Told(district);
    private final HttpClient http = HttpClient.newHttpClient();
    private RunningService service;

    @BeforeAll
    void start() {
        service = RunningService.start(
                ReportingApplication.class,
                "reporting",
                "reporting-" + UUID.randomUUID(),
                Map.of(),
                Map.of("schoolClock", new TestClock(Told.NOW)));
        List<Envelope<?>> events = new ArrayList<>(told.reference());
        for (int i = 0; i < 12; i++) {
            String student = "stu_n" + i;
            events.add(told.person(student, PersonKind.STUDENT, "student" + i, "Given" + i, "Family" + i));
            events.add(told.placed(student, 1, "north", List.of("gdn_" + i), "class-1"));
            events.add(told.attempt(student, "A", "attempt-" + i));
            events.add(told.judged(student, "A", 1, 1, i < 6));
            events.add(told.lit(student, "class-1", 2, "A", i < 9 ? Pace.ON_PACE : Pace.MISSED));
            events.add(told.lit(student, "class-1", 4, "B", Pace.ON_PACE));
        }
        for (int i = 0; i < 3; i++) events.add(told.placed("stu_s" + i, 1, "south", "class-2"));
        events.add(told.person("gdn_0", PersonKind.GUARDIAN, "parent0", "Ana", "Family0"));
        events.add(told.conference("stu_n11", "class-1", 3, "conference-1", ConferenceState.OPEN));
        events.add(told.conference("stu_n10", "class-1", 3, "conference-2", ConferenceState.DONE));
        service.bean(EventPublisher.class).publish(events);
        Eventually.holds(() -> {
            JsonNode page = json(dataDesk(), "/districts/" + district);
            assertThat(page.at("/students").asInt()).isEqualTo(15);
            assertThat(page.at("/ledger/applied").asInt()).isEqualTo(12);
            assertThat(page.at("/conferences/open").asInt()).isEqualTo(1);
            assertThat(page.at("/conferences/doneThisWeek").asInt()).isEqualTo(1);
            assertThat(page.at("/pace/missed").asInt()).isEqualTo(3);
        });
        Eventually.holds(() ->
                assertThat(json(user("parent0"), "/me").at("/name").asString()).isEqualTo("Ana Family0"));
        Eventually.holds(() ->
                assertThat(json(user("student0"), "/me").at("/role").asString()).isEqualTo("STUDENT"));
    }

    @AfterAll
    void stop() {
        service.close();
        http.close();
    }

    @Test
    void the_grid_shows_the_class_by_need_in_pathway_order() {
        JsonNode grid = json(user("vega"), "/classes/class-1/grid");

        assertThat(grid.at("/class/title").asString()).isEqualTo("Math 7");
        assertThat(grid.at("/class/school/name").asString()).isEqualTo("North School");
        assertThat(grid.at("/zone").asString()).isEqualTo("America/Detroit");
        assertThat(grid.at("/now").asString()).isEqualTo("2026-09-16T15:00:00Z");
        assertThat(grid.at("/competencies").findValuesAsString("code")).containsExactly("A", "B", "C");
        assertThat(grid.at("/competencies/0/name").asString()).isEqualTo("Ratios");
        assertThat(grid.at("/competencies/0/unit/title").asString()).isEqualTo("Unit one");
        assertThat(grid.at("/competencies").findValuesAsString("planPosition"))
                .containsExactly("false", "true", "false");
        assertThat(grid.at("/students").size()).isEqualTo(12);
        assertThat(grid.at("/students/0/id").asString()).isEqualTo("stu_n11");
        assertThat(grid.at("/students/0/name").asString()).isEqualTo("Family11, Given11");
        assertThat(grid.at("/students/0/pace").asString()).isEqualTo("MISSED");
        assertThat(grid.at("/students/0/expected").asDouble()).isEqualTo(0.5);
        assertThat(grid.at("/students/0/cells/0/state").asString()).isEqualTo("APPROACHING");
        assertThat(grid.at("/students/0/cells/0/progress").asString()).isEqualTo("1 of 2");
        assertThat(grid.at("/students/0/cells/0/next").asBoolean()).isTrue();
        assertThat(grid.at("/students/0/cells/0/recent").toString()).isEqualTo("[2,2.0]");
        assertThat(grid.at("/students/11/cells/0/level").toString()).isEqualTo("3.13");
        assertThat(grid.at("/students/11/actual").asDouble()).isEqualTo(0.5);
        assertThat(grid.at("/summary/states/MASTERY").asInt()).isEqualTo(6);
        assertThat(grid.at("/summary/openConferences").asInt()).isEqualTo(1);
        assertThat(grid.at("/summary/masteredSinceYesterday").asInt()).isEqualTo(6);
        assertThat(grid.at("/levels").size()).isEqualTo(5);
    }

    @Test
    void a_students_page_needs_no_other_service() {
        JsonNode page = json(user("vega"), "/students/stu_n10");

        assertThat(page.at("/name").asString()).isEqualTo("Family10, Given10");
        assertThat(page.at("/grade").asString()).isEqualTo("07");
        assertThat(page.at("/schools/0/name").asString()).isEqualTo("North School");
        assertThat(page.at("/classes/0/title").asString()).isEqualTo("Math 7");
        assertThat(page.at("/competencies/0/iCan").asString()).isEqualTo("I can do A");
        assertThat(page.at("/competencies/0/pace").asString()).isEqualTo("MISSED");
        assertThat(page.at("/competencies/0/evidence/0/attemptId").asString()).isEqualTo("attempt-10");
        assertThat(page.at("/competencies/0/evidence/0/score").asInt()).isEqualTo(8);
        assertThat(page.at("/competencies/0/evidence/0/formId").asString()).isEqualTo("form-1");
        assertThat(page.at("/conferences/0/state").asString()).isEqualTo("DONE");
        assertThat(page.at("/conferences/0/nextStep").asString()).isEqualTo("Try the second sheet");
    }

    @Test
    void a_family_sees_its_child_without_lights_and_conferences() {
        JsonNode page = json(user("parent0"), "/students/stu_n0");

        assertThat(page.at("/name").asString()).isEqualTo("Family0, Given0");
        assertThat(page.at("/competencies/0/pace").asString()).isEqualTo("NONE");
        assertThat(page.at("/conferences").size()).isZero();
        assertThat(status(user("parent0"), "/students/stu_n1")).isEqualTo(404);
        assertThat(status(user("student0"), "/students/stu_n0")).isEqualTo(200);
        assertThat(status(user("student0"), "/students/stu_n1")).isEqualTo(404);
        assertThat(status(user("student0"), "/classes/class-1/grid")).isEqualTo(404);
    }

    @Test
    void a_school_is_the_total_of_its_students() {
        JsonNode page = json(user("head"), "/schools/north");

        assertThat(page.at("/students").asInt()).isEqualTo(12);
        assertThat(page.at("/classes").asInt()).isEqualTo(1);
        assertThat(page.at("/masteryByCompetency/0/name").asString()).isEqualTo("Ratios");
        assertThat(page.at("/masteryByCompetency/0/students").asInt()).isEqualTo(12);
        assertThat(page.at("/masteryByCompetency/0/share").asDouble()).isEqualTo(0.5);
        assertThat(page.at("/pace/onPace").asInt()).isEqualTo(9);
        assertThat(page.at("/pace/share").asDouble()).isEqualTo(0.75);
        assertThat(page.at("/conferences/byCause/PACING").asInt()).isEqualTo(1);
        assertThat(page.at("/conferences/startedThisWeek").asInt()).isEqualTo(1);
        assertThat(page.at("/conferences/withinDayShare").asDouble()).isEqualTo(1.0);
        assertThat(page.at("/classPace/0/students").asInt()).isEqualTo(12);
        assertThat(page.at("/classPace/0/title").isMissingNode()).isTrue();
        assertThat(json(user("coach"), "/schools/north")
                        .at("/classPace/0/title")
                        .asString())
                .isEqualTo("Math 7");
    }

    @Test
    void a_school_under_ten_students_shows_no_numbers_in_the_district_and_takes_another_with_it() {
        JsonNode page = json(dataDesk(), "/districts/" + district);

        assertThat(page.at("/district/name").asString()).isEqualTo("Great Lakes");
        assertThat(page.at("/schools").findValuesAsString("name")).containsExactly("North School", "South School");
        assertThat(page.at("/schools/1/suppressed").asBoolean()).isTrue();
        assertThat(page.at("/schools/1/students").asInt()).isZero();
        assertThat(page.at("/schools/0/suppressed").asBoolean()).isTrue();
        assertThat(page.at("/masteryByCompetency/0/mastered").asInt()).isEqualTo(6);
        assertThat(page.at("/ledger").toString())
                .isEqualTo("{\"attempts\":12,\"applied\":12,\"quarantined\":0,\"imbalance\":0}");
        assertThat(page.at("/freshness/lastEventAt").asString()).isEqualTo("2026-09-16T15:00:00Z");
    }

    @Test
    void everybody_is_told_where_they_may_go() {
        JsonNode teacher = json(user("vega"), "/me");

        assertThat(teacher.at("/name").asString()).isEqualTo("Luz Vega");
        assertThat(teacher.at("/role").asString()).isEqualTo("TEACHER");
        assertThat(teacher.at("/classes").size()).isEqualTo(1);
        assertThat(teacher.at("/classes/0/id").asString()).isEqualTo("class-1");
        assertThat(teacher.at("/classes/0/studentCount").asInt()).isEqualTo(12);
        assertThat(teacher.at("/classes/0/current").asBoolean()).isTrue();
        assertThat(teacher.at("/schools/0/name").asString()).isEqualTo("North School");
        assertThat(json(user("head"), "/me").at("/role").asString()).isEqualTo("LEADER");
        assertThat(json(user("coach"), "/me").at("/role").asString()).isEqualTo("COACH");
        assertThat(json(dataDesk(), "/me").at("/role").asString()).isEqualTo("DISTRICT");
        assertThat(json(dataDesk(), "/me").at("/schools").size()).isEqualTo(2);
        assertThat(status(user("nobody"), "/me")).isEqualTo(404);
    }

    @Test
    void whatever_lies_outside_the_scope_is_not_found() {
        assertThat(status(user("ode"), "/classes/class-1/grid")).isEqualTo(404);
        assertThat(status(user("ode"), "/students/stu_n1")).isEqualTo(404);
        assertThat(status(user("vega"), "/schools/north")).isEqualTo(404);
        assertThat(status(user("head"), "/schools/south")).isEqualTo(404);
        assertThat(status(user("head"), "/districts/" + district)).isEqualTo(404);
        assertThat(status(user("head"), "/classes/class-1/grid")).isEqualTo(200);
        assertThat(status(dataDesk(), "/districts/elsewhere")).isEqualTo(404);
        assertThat(status(dataDesk(), "/students/nobody")).isEqualTo(404);
        assertThat(status(TestTokens.dataDesk("d-other"), "/students/stu_n1")).isEqualTo(404);
        assertThat(status(dataDesk(), "/classes/no%7Cbody/grid")).isEqualTo(404);
        assertThat(status(dataDesk(), "/schools/nowhere")).isEqualTo(404);
    }

    @Test
    void the_data_desk_sees_names_only_with_a_purpose() {
        String standIn = json(dataDesk(), "/students/stu_n1").at("/name").asString();

        assertThat(standIn).startsWith("Student ").doesNotContain("Family1");
        assertThat(json(dataDesk(), "/classes/class-1/grid").at("/students").findValuesAsString("name"))
                .contains(standIn);
        assertThat(JSON.readTree(get(dataDesk(), "/students/stu_n1", "X-Purpose", "appeal 7")
                                .body())
                        .at("/name")
                        .asString())
                .isEqualTo("Family1, Given1");
    }

    @Test
    void each_read_of_a_record_is_written_down() {
        get(dataDesk(), "/students/stu_n2", "X-Purpose", "audit 12");
        get(user("ode"), "/students/stu_n2", "X-Purpose", "curiosity");

        List<Document> rows = service.bean(MongoDatabase.class)
                .getCollection("audit")
                .find(new Document("student", "stu_n2"))
                .into(new ArrayList<>());
        assertThat(rows).extracting(row -> row.getString("what")).containsExactly("student page; purpose: audit 12");
        assertThat(rows).extracting(row -> row.getString("viewer")).containsExactly("admin");
    }

    @Test
    void an_unreadable_record_is_quarantined_and_holds_up_nobody() throws Exception {
        String other = "d" + UUID.randomUUID();
        Told elsewhere = new Told(other);
        ProducerRecord<byte[], byte[]> poison = new ProducerRecord<>(
                Topics.MASTERY,
                null,
                (other + "|stu_1").getBytes(StandardCharsets.UTF_8),
                "{\"level\":\"high\"}".getBytes(StandardCharsets.UTF_8));
        CloudEventHeaders.write(elsewhere.judged("stu_1", "A", 1, 1, true))
                .headers()
                .forEach(poison.headers()::add);
        @SuppressWarnings("unchecked")
        Producer<byte[], byte[]> producer = service.bean(Producer.class);
        producer.send(poison).get();
        service.bean(EventPublisher.class).publish(List.of(elsewhere.judged("stu_1", "A", 2, 1, true)));

        Eventually.holds(() -> {
            JsonNode page = json(TestTokens.dataDesk(other), "/districts/" + other);
            assertThat(page.at("/masteryByCompetency/0/suppressed").asBoolean()).isTrue();
            assertThat(page.at("/ledger/quarantined").asInt()).isEqualTo(1);
        });
        assertThat(service.bean(QuarantineShelf.class).waiting(other, null, 10))
                .anyMatch(record -> record.reason().startsWith("not EvidenceJudged"));
    }

    @Test
    void the_served_api_is_the_one_in_the_repository() {
        OpenApiContract.check(service.url(), "reporting");
    }

    private static String user(String district, String username) {
        return TestTokens.of(district, username);
    }

    private String user(String username) {
        return user(district, username);
    }

    private String dataDesk() {
        return TestTokens.dataDesk(district);
    }

    private JsonNode json(String token, String path) {
        HttpResponse<String> answer = get(token, path);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private int status(String token, String path) {
        HttpResponse<String> answer = get(token, path);
        if (answer.statusCode() != 200)
            assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        return answer.statusCode();
    }

    private HttpResponse<String> get(String token, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.url() + "/api/reporting/v1" + path))
                .header("Authorization", "Bearer " + token);
        if (headers.length > 0) request.headers(headers);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
