package io.pacelight.progression;

import static io.pacelight.progression.World.MON;
import static io.pacelight.progression.World.TUE;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.pacelight.events.Envelope;
import io.pacelight.events.EvidenceKind;
import io.pacelight.kit.state.EventPublisher;
import io.pacelight.kit.testing.Eventually;
import io.pacelight.kit.testing.OpenApiContract;
import io.pacelight.kit.testing.RunningService;
import io.pacelight.kit.testing.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Policies and competencies over HTTP, by whoever may. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProgressionApiIT {
    private final RunningService service = RunningService.start(
            ProgressionApplication.class,
            "progression",
            "progression-" + UUID.randomUUID(),
            Map.of("pacelight.progression.settling", "50ms"),
            Map.of());
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterAll
    void stop() {
        client.close();
        service.close();
    }

    private record Answer(int status, String type, JsonNode body) {
        String text(String field) {
            return body.path(field).asString();
        }
    }

    private Answer ask(String token, HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(
                    request.header("Authorization", "Bearer " + token).build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("content-type").orElse(""),
                    JsonMapper.shared().readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create(service.url() + "/api/progression/v1" + path));
    }

    private Answer get(String token, String path) {
        return ask(token, at(path).GET());
    }

    private Answer put(String token, String path, String body) {
        return ask(
                token,
                at(path).header("Content-Type", "application/json").PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    private void publish(Envelope<?>... events) {
        service.bean(EventPublisher.class).publish(List.of(events));
    }

    /** Two schools with a class, a teacher and a student each; both students have shown M.1 once, at 3. */
    private World twoSchools() {
        World world = new World("d" + UUID.randomUUID());
        publish(
                world.school("north"),
                world.school("south"),
                world.competency("M.1"),
                world.competency("M.2"),
                world.prerequisites("M.2", "M.1"),
                world.teacher("t-north", "stf_n", "north"),
                world.teacher("t-south", "stf_s", "south"),
                world.aClass("c-north", "north", "stf_n"),
                world.aClass("c-south", "south", "stf_s"),
                world.student("stu_n", 1, "c-north", "north"),
                world.student("stu_s", 1, "c-south", "south"),
                world.attempt("n1", "stu_n", "M.1", "3", "essay", MON),
                world.attempt("s1", "stu_s", "M.1", "3", "essay", MON));
        String desk = TestTokens.dataDesk(world.district());
        Eventually.holds(() -> {
            assertThat(get(desk, "/students/stu_n/competencies/M.1")
                            .body()
                            .path("attempts")
                            .asInt())
                    .isEqualTo(1);
            assertThat(get(desk, "/students/stu_s/competencies/M.1")
                            .body()
                            .path("attempts")
                            .asInt())
                    .isEqualTo(1);
            assertThat(get(TestTokens.of(world.district(), "t-north"), "/students/stu_n/competencies")
                            .status())
                    .isEqualTo(200);
        });
        return world;
    }

    @Test
    void a_level_is_told_with_its_why() {
        World world = twoSchools();
        publish(world.attempt("n0", 1, "stu_n", "M.1", EvidenceKind.FORMATIVE, "2", null, TUE, 0));
        String token = TestTokens.of(world.district(), "t-north");
        Eventually.holds(() -> assertThat(get(token, "/students/stu_n/competencies/M.1")
                        .body()
                        .path("attempts")
                        .asInt())
                .isEqualTo(2));

        JsonNode told = get(token, "/students/stu_n/competencies/M.1").body();
        assertThat(told.path("status").asString()).isEqualTo("CORRECTIVE");
        assertThat(told.path("level").asDouble()).isEqualTo(3.0);
        assertThat(told.path("shown").asDouble()).isEqualTo(2.0);
        assertThat(told.path("state").asString()).isEqualTo("APPROACHING");
        assertThat(told.path("progress").asString()).isEqualTo("1 of 2");
        assertThat(told.path("struggle").asString()).isEqualTo("INDETERMINATE");
        assertThat(told.path("policy").path("name").asString()).isEqualTo("at-bats");
        assertThat(told.path("policy").path("version").asInt()).isZero();
        assertThat(told.path("policy").path("parameters").path("chances").asInt())
                .isEqualTo(3);
        JsonNode why = told.path("why");
        assertThat(why.path("sentence").asString())
                .startsWith("Not yet under at-bats (the default): one demonstration");
        assertThat(why.path("counted").get(0).path("evidenceId").asString()).isEqualTo("n1");
        assertThat(why.path("notCounted").get(0).path("evidenceId").asString()).isEqualTo("n0");
        assertThat(why.path("notCounted").get(0).path("reason").asString())
                .isEqualTo("formative work guides and doesn't count");
        assertThat(why.path("missing").asString())
                .isEqualTo("one more demonstration at 3 (Mastery) or above, in another context,"
                        + " 1 school day later or more, on a form not seen before");
    }

    @Test
    void what_has_no_evidence_is_locked_or_ready_and_what_nobody_knows_is_not_there() {
        World world = twoSchools();
        String token = TestTokens.of(world.district(), "t-north");
        assertThat(get(token, "/students/stu_n/competencies/M.2").text("status"))
                .isEqualTo("LOCKED");
        assertThat(get(token, "/students/stu_n/competencies").body().path("competencies"))
                .hasSize(1);

        publish(world.attempt("n2", "stu_n", "M.1", "3", "debate", TUE));
        Eventually.holds(
                () -> assertThat(get(token, "/students/stu_n/competencies/M.2").text("status"))
                        .isEqualTo("READY"));
        JsonNode all = get(token, "/students/stu_n/competencies").body();
        assertThat(all.path("studentId").asString()).isEqualTo("stu_n");
        assertThat(all.path("competencies").get(0).path("status").asString()).isEqualTo("MASTERED");
        assertThat(all.path("competencies").get(1).path("code").asString()).isEqualTo("M.2");
        assertThat(get(token, "/students/stu_n/competencies/X.9").status()).isEqualTo(404);
    }

    @Test
    void a_teacher_sees_the_own_students_only_and_each_read_is_written_down() {
        World world = twoSchools();
        String north = TestTokens.of(world.district(), "t-north");
        Answer other = get(north, "/students/stu_s/competencies");
        Answer unknown = get(north, "/students/stu_x/competencies");
        assertThat(other.status()).isEqualTo(404);
        assertThat(other.type()).startsWith("application/problem+json");
        assertThat(other.text("detail")).isEqualTo(unknown.text("detail"));
        assertThat(get(TestTokens.dataDesk("another"), "/students/stu_s/competencies")
                        .body()
                        .path("competencies"))
                .isEmpty();
        assertThat(service.bean(MongoDatabase.class)
                        .getCollection("audit")
                        .find(Filters.eq("student", "stu_s"))
                        .into(new ArrayList<>()))
                .filteredOn(row -> "t-north".equals(row.get("viewer")) || "stf_n".equals(row.get("viewer")))
                .isEmpty();
        assertThat(service.bean(MongoDatabase.class)
                        .getCollection("audit")
                        .find(Filters.and(Filters.eq("student", "stu_n"), Filters.eq("district", world.district())))
                        .into(new ArrayList<>()))
                .anyMatch(row -> "stf_n".equals(row.get("viewer")) && "competencies".equals(row.get("what")));
    }

    @Test
    void a_dry_run_tells_how_many_students_would_change_and_changes_nothing() {
        World world = twoSchools();
        String desk = TestTokens.dataDesk(world.district());
        Answer would = put(desk, "/policies/district?dryRun=true", "{\"policy\":\"highest\"}");
        assertThat(would.status()).isEqualTo(200);
        assertThat(would.body().path("dryRun").asBoolean()).isTrue();
        assertThat(would.body().path("version").asInt()).isEqualTo(1);
        assertThat(would.body().path("effect").toString())
                .isEqualTo("{\"students\":2,\"changed\":2,\"gaining\":2,\"losing\":0}");
        assertThat(put(desk, "/policies/school:north?dryRun=true", "{\"policy\":\"highest\"}")
                        .body()
                        .path("effect")
                        .path("changed")
                        .asInt())
                .isEqualTo(1);
        assertThat(get(desk, "/policies/district").body().path("version").asInt())
                .isZero();
        assertThat(get(desk, "/students/stu_n/competencies/M.1")
                        .body()
                        .path("mastered")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void a_policy_is_set_versioned_and_judges_everybody_again() {
        World world = twoSchools();
        String desk = TestTokens.dataDesk(world.district());
        Answer set = put(desk, "/policies/district", "{\"policy\":\"in-a-row\",\"parameters\":{\"k\":1}}");
        assertThat(set.status()).isEqualTo(200);
        assertThat(set.body().path("version").asInt()).isEqualTo(1);
        Eventually.holds(() -> {
            for (String student : List.of("stu_n", "stu_s")) {
                JsonNode told =
                        get(desk, "/students/" + student + "/competencies/M.1").body();
                assertThat(told.path("mastered").asBoolean()).isTrue();
                assertThat(told.path("policy").path("name").asString()).isEqualTo("in-a-row");
            }
        });
        assertThat(put(desk, "/policies/district", "{\"policy\":\"in-a-row\",\"parameters\":{\"k\":1}}")
                        .body()
                        .path("version")
                        .asInt())
                .as("setting the same again")
                .isEqualTo(1);
        assertThat(put(desk, "/policies/district", "{\"policy\":\"latest\",\"lapsing\":true}")
                        .body()
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        Eventually.holds(() -> {
            JsonNode holding = get(desk, "/policies/school:north").body();
            assertThat(holding.path("policy").asString()).isEqualTo("latest");
            assertThat(holding.path("setFor").asString()).isEqualTo("district");
            assertThat(holding.path("lapsing").asBoolean()).isTrue();
        });
    }

    @Test
    void what_can_not_be_set_is_refused_with_the_way_out() {
        World world = twoSchools();
        String desk = TestTokens.dataDesk(world.district());
        assertThat(put(desk, "/policies/district", "{\"policy\":\"median\"}").text("detail"))
                .startsWith("There is no policy median; choose one of at-bats");
        assertThat(put(desk, "/policies/district", "{}").text("detail")).startsWith("The field policy is missing");
        assertThat(put(desk, "/policies/district", "{\"policy\":\"in-a-row\",\"parameters\":{\"k\":2.5}}")
                        .text("detail"))
                .isEqualTo("The parameter k is 2.5; write a whole number.");
        assertThat(put(desk, "/policies/school:nowhere", "{\"policy\":\"latest\"}")
                        .text("detail"))
                .isEqualTo("There is no school nowhere; give its sourcedId as the roster has it.");
        assertThat(put(desk, "/policies/competency:X.9", "{\"policy\":\"latest\"}")
                        .text("detail"))
                .startsWith("There is no competency X.9");
        Answer scope = put(desk, "/policies/class:7", "{\"policy\":\"latest\"}");
        assertThat(scope.status()).isEqualTo(400);
        assertThat(scope.type()).startsWith("application/problem+json");
        assertThat(scope.text("detail")).contains("write district, school:ID or competency:CODE");
        assertThat(put(desk, "/policies/district", "{").status()).isEqualTo(400);
        assertThat(put(TestTokens.of(world.district(), "t-north"), "/policies/school:north", "{\"policy\":\"latest\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void totals_are_for_the_data_desk_alone() {
        World world = twoSchools();
        assertThat(get(TestTokens.dataDesk(world.district()), "/totals").body().toString())
                .isEqualTo("{\"pairs\":2,\"attempts\":2,\"mastered\":0,\"productive\":0,"
                        + "\"wheelSpinning\":0,\"indeterminate\":2}");
        assertThat(get(TestTokens.of(world.district(), "t-north"), "/totals").status())
                .isEqualTo(404);
    }

    @Test
    void the_api_is_the_one_in_the_repository() {
        OpenApiContract.check(service.url(), "progression");
    }
}
