package io.pacelight.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.events.ClassChanged;
import io.pacelight.events.ClassTeacher;
import io.pacelight.events.CodeCrosswalked;
import io.pacelight.events.CompetencyChanged;
import io.pacelight.events.Enrolment;
import io.pacelight.events.Envelope;
import io.pacelight.events.Event;
import io.pacelight.events.EventIds;
import io.pacelight.events.OrgChanged;
import io.pacelight.events.OrgType;
import io.pacelight.events.PersonChanged;
import io.pacelight.events.PersonKind;
import io.pacelight.events.StaffChanged;
import io.pacelight.events.StaffRole;
import io.pacelight.events.StudentChanged;
import io.pacelight.events.Topics;
import io.pacelight.kit.state.EventPublisher;
import io.pacelight.kit.stream.ReadBarrier;
import io.pacelight.kit.testing.Eventually;
import io.pacelight.kit.testing.OpenApiContract;
import io.pacelight.kit.testing.RunningService;
import io.pacelight.kit.testing.TestTokens;
import io.pacelight.kit.time.SchoolClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Recording over HTTP, with the roster and the curriculum coming off Kafka. */
class AssessmentIT {
    private static final String DISTRICT = "d" + UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-10-14T15:00:00Z");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static RunningService service = start();

    private static RunningService start() {
        SchoolClock clock = () -> NOW;
        return RunningService.start(
                AssessmentApplication.class, "assessment", DISTRICT, Map.of(), Map.of("schoolClock", clock));
    }

    @BeforeAll
    static void a_district_with_a_teacher_and_two_students() {
        publish(new OrgChanged(DISTRICT, "S1", "Ashgrove", OrgType.SCHOOL, null, "America/Chicago", true));
        publish(new StaffChanged(DISTRICT, "stf_1", "okafor", List.of(new StaffRole("teacher", "S1")), true));
        publish(new ClassChanged(
                DISTRICT,
                "C1",
                "Math 8",
                "K1",
                "S1",
                List.of(),
                List.of(),
                null,
                List.of(new ClassTeacher("stf_1", true, null, null)),
                true));
        publish(new CompetencyChanged(DISTRICT, "8.F.A.2", "Compare", null, null, List.of(), null, null, null, true));
        publish(new CodeCrosswalked(DISTRICT, "CC.8.F.2", "8.F.A.2"));
        student("stu_1", "SIS-1", "C1");
        student("stu_2", "SIS-2", "C2");
    }

    private static void student(String key, String sourcedId, String classId) {
        publish(new PersonChanged(DISTRICT, key, PersonKind.STUDENT, sourcedId, null, "Given", "Family", null, true));
        publish(new StudentChanged(
                DISTRICT,
                key,
                List.of("08"),
                List.of("S1"),
                List.of(new Enrolment(classId, "K1", "S1", null, null)),
                List.of(),
                true));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static void publish(Event event) {
        String id = EventIds.named(event.toString());
        service.bean(EventPublisher.class)
                .publish(List.of(new Envelope<>(id, "/pacelight/roster", event.key(), 1, NOW, null, event)));
    }

    private static HttpResponse<String> post(String path, String type, String body, String token, String... headers) {
        return send(HttpRequest.newBuilder(URI.create(service.url() + "/api/assessment/v1/" + path))
                .header("Content-Type", type)
                .header("Authorization", "Bearer " + token)
                .headers(headers.length == 0 ? new String[] {"Accept", "*/*"} : headers)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> get(String path, String token) {
        return send(HttpRequest.newBuilder(URI.create(service.url() + "/api/assessment/v1/" + path))
                .header("Authorization", "Bearer " + token));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String attempt(String id, String student, String competency, String score) {
        return """
                {"attemptId":"%s","student":"%s","competency":"%s","kind":"SUMMATIVE","score":%s,"maxScore":4}""".formatted(id, student, competency, score);
    }

    private static long attemptsOnKafka() {
        return service.bean(ReadBarrier.class).ends(List.of(Topics.ATTEMPTS)).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static final String TEACHER = TestTokens.of(DISTRICT, "okafor");
    private static final String JSON = "application/json";

    @Test
    void an_attempt_is_recorded_once_however_often_it_is_sent() {
        HttpResponse<String> first = post("attempts", JSON, attempt("once", "stu_1", "8.F.A.2", "3"), TEACHER);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(first.body()).contains("\"recordedAt\":\"2026-10-14T15:00:00Z\"", "\"student\":\"stu_1\"");
        long told = attemptsOnKafka();
        HttpResponse<String> again = post("attempts", JSON, attempt("once", "stu_1", "8.F.A.2", "3.0"), TEACHER);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        HttpResponse<String> other = post("attempts", JSON, attempt("once", "stu_1", "8.F.A.2", "2"), TEACHER);
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(attemptsOnKafka()).isEqualTo(told);
    }

    @Test
    void an_idempotency_key_makes_a_repeat_of_a_request_without_id() {
        String body = "{\"studentSourcedId\":\"SIS-1\",\"competency\":\"CC.8.F.2\",\"kind\":\"formative\",\"level\":3}";
        HttpResponse<String> first = post("attempts", JSON, body, TEACHER, "Idempotency-Key", "k1");
        HttpResponse<String> again = post("attempts", JSON, body, TEACHER, "Idempotency-Key", "k1");
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(first.body()).contains("\"competency\":\"8.F.A.2\"");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void a_teacher_records_for_own_students_and_does_not_learn_of_others() {
        HttpResponse<String> theirs = post("attempts", JSON, attempt("x1", "stu_2", "8.F.A.2", "3"), TEACHER);
        HttpResponse<String> nobody = post("attempts", JSON, attempt("x2", "stu_9", "8.F.A.2", "3"), TEACHER);
        assertThat(theirs.statusCode()).isEqualTo(400);
        assertThat(theirs.body().replace("stu_2", "stu_9")).isEqualTo(nobody.body());
        String desk = TestTokens.dataDesk(DISTRICT);
        assertThat(post("attempts", JSON, attempt("x1", "stu_2", "8.F.A.2", "3"), desk)
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void malformed_and_unknown_are_told_with_the_field() {
        HttpResponse<String> malformed = post("attempts", JSON, "{\"score\":", TEACHER);
        assertThat(malformed.statusCode()).isEqualTo(400);
        assertThat(malformed.headers().firstValue("content-type")).contains("application/problem+json");
        HttpResponse<String> unknown = post("attempts", JSON, attempt("x3", "stu_1", "9.Z.9", "3"), TEACHER);
        assertThat(unknown.body()).contains("\"column\":\"competency\"", "unknown-competency", "No competency '9.Z.9'");
    }

    @Test
    void a_file_is_taken_row_by_row_and_the_good_rows_go_in() {
        String desk = TestTokens.dataDesk(DISTRICT);
        String csv = """
                attemptId,studentSourcedId,competencyCode,kind,score,maxScore,assessedAt,colour
                f1,SIS-1,8.F.A.2,SUMMATIVE,3,4,2026-10-01T10:00:00,red
                f2,SIS-9,8.F.A.2,SUMMATIVE,3,4,2026-10-01T10:00:00,red
                f3,SIS-2,CC.8.F.2,SUMMATIVE,3,4,10/01/2026,red
                f4,SIS-2,CC.8.F.2,SUMMATIVE,3,4
                f1,SIS-1,8.F.A.2,SUMMATIVE,3,4,2026-10-01T10:00:00,red
                f5,SIS-2,CC.8.F.2,SUMMATIVE,4,4,,red
                """;
        HttpResponse<String> accepted = post("attempt-batches", "text/csv", csv, desk, "Idempotency-Key", "file-1");
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String path = accepted.headers().firstValue("location").orElseThrow().replaceFirst(".*/v1/", "");
        Eventually.holds(() -> assertThat(get(path, desk).body()).contains("\"finishedAt\""));
        assertThat(get(path, desk).body())
                .contains("\"received\":6", "\"accepted\":2", "\"duplicates\":1", "\"refused\":3")
                .contains("{\"row\":2,\"column\":\"studentSourcedId\",\"code\":\"unknown-student\"")
                .contains("{\"row\":3,\"column\":\"assessedAt\",\"code\":\"bad-date\"")
                .contains("{\"row\":4,\"code\":\"field-count\"")
                .contains("{\"row\":0,\"column\":\"colour\",\"code\":\"unknown-column\"");
        post("attempt-batches", "text/csv", csv, desk, "Idempotency-Key", "file-1");
        assertThat(get(path, desk).body()).contains("\"received\":6", "\"accepted\":2");
        assertThat(get(path, TEACHER).statusCode()).isEqualTo(404);
    }

    @Test
    void lines_of_json_are_taken_like_rows() {
        String desk = TestTokens.dataDesk(DISTRICT);
        String lines =
                attempt("n1", "stu_1", "8.F.A.2", "2") + "\n\nnot json\n" + attempt("n2", "stu_2", "8.F.A.2", "9");
        HttpResponse<String> accepted = post("attempt-batches", "application/x-ndjson", lines, desk);
        String path = accepted.headers().firstValue("location").orElseThrow().replaceFirst(".*/v1/", "");
        Eventually.holds(() -> assertThat(get(path, desk).body()).contains("\"finishedAt\""));
        assertThat(get(path, desk).body())
                .contains("\"received\":3", "\"accepted\":1", "\"refused\":2")
                .contains(
                        "\"row\":2,\"code\":\"not-json\"", "\"row\":3,\"column\":\"score\",\"code\":\"out-of-range\"");
    }

    @Test
    void a_line_of_null_or_without_end_is_a_row_of_the_report_and_holds_up_no_other() {
        String desk = TestTokens.dataDesk(DISTRICT);
        String lines = "null\n" + "x".repeat(100_000) + "\n" + attempt("z1", "stu_1", "8.F.A.2", "2");
        HttpResponse<String> accepted = post("attempt-batches", "application/x-ndjson", lines, desk);
        String path = accepted.headers().firstValue("location").orElseThrow().replaceFirst(".*/v1/", "");
        Eventually.holds(() -> assertThat(get(path, desk).body()).contains("\"finishedAt\""));
        assertThat(get(path, desk).body())
                .contains("\"accepted\":1", "\"refused\":2")
                .contains("\"row\":1,\"code\":\"not-json\"", "\"row\":2,\"code\":\"too-long\"");
    }

    @Test
    void somebody_who_sees_nobody_may_not_send_files() {
        String nobody = TestTokens.of(DISTRICT, "stranger");
        assertThat(post("attempt-batches", "text/csv", "x", nobody).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_file_that_breaks_off_keeps_what_came_before_and_says_where() {
        String desk = TestTokens.dataDesk(DISTRICT);
        String csv = "attemptId,student,competencyCode,kind,level\nb1,stu_1,8.F.A.2,SUMMATIVE,3\nb2,\"stu_2,8.F.A.2\n";
        HttpResponse<String> accepted = post("attempt-batches", "text/csv", csv, desk);
        String path = accepted.headers().firstValue("location").orElseThrow().replaceFirst(".*/v1/", "");
        Eventually.holds(() -> assertThat(get(path, desk).body()).contains("\"finishedAt\""));
        assertThat(get(path, desk).body()).contains("\"accepted\":1");
    }

    @Test
    void voiding_is_told_once_and_only_by_who_sees_the_student() {
        String desk = TestTokens.dataDesk(DISTRICT);
        post("attempts", JSON, attempt("v1", "stu_2", "8.F.A.2", "3"), desk);
        assertThat(post("attempts/v1/void", JSON, "{}", TEACHER).statusCode()).isEqualTo(404);
        String endless = "{\"reason\":\"" + "x".repeat(4_001) + "\"}";
        assertThat(post("attempts/v1/void", JSON, endless, desk).statusCode()).isEqualTo(400);
        assertThat(post("attempts/v1/void", JSON, "{\"reason\":\"typo\"}", desk).statusCode())
                .isEqualTo(200);
        long told = attemptsOnKafka();
        assertThat(post("attempts/v1/void", JSON, "{}", desk).statusCode()).isEqualTo(200);
        assertThat(attemptsOnKafka()).isEqualTo(told);
    }

    @Test
    void without_a_token_nothing_is_said() {
        assertThat(send(HttpRequest.newBuilder(URI.create(service.url() + "/api/assessment/v1/attempt-batches/x")))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void the_served_api_is_the_documented_one() {
        OpenApiContract.check(service.url(), "assessment");
    }
}
