package io.pacelight.intervention;

import static io.pacelight.intervention.District.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.embedded.MailSink;
import io.pacelight.events.CompetencyStatus;
import io.pacelight.intervention.application.Watches;
import io.pacelight.intervention.domain.Conference;
import io.pacelight.intervention.domain.Pace;
import io.pacelight.intervention.domain.Reason;
import io.pacelight.intervention.domain.StudentWatch;
import io.pacelight.kit.state.EventPublisher;
import io.pacelight.kit.testing.Eventually;
import io.pacelight.kit.testing.OpenApiContract;
import io.pacelight.kit.testing.RunningService;
import io.pacelight.kit.testing.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a missed target to a finished conference, on a real broker, over the store's real protocol and by real mail. */
class InterventionIT {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String database = "intervention-" + UUID.randomUUID();
    private final District district = new District();
    private final TestClock clock = new TestClock(at(0, "06:00"));
    private final MailSink mail = MailSink.start(0);
    private RunningService service = start();

    @AfterEach
    void stop() {
        service.close();
        mail.close();
    }

    private RunningService start() {
        return RunningService.start(
                InterventionApplication.class,
                "intervention",
                database,
                Map.of("spring.mail.port", Integer.toString(mail.port())),
                Map.of("schoolClock", clock));
    }

    private void publish() {
        district.publish(service.bean(EventPublisher.class));
    }

    private @Nullable StudentWatch watch(String student) {
        Watches.Stored stored = service.bean(Watches.class).find(district.id, student);
        return stored == null ? null : stored.watch();
    }

    private Conference open(String student) {
        StudentWatch watch = watch(student);
        Conference open = watch == null ? null : watch.openConference("math");
        if (open == null) throw new AssertionError("no open conference of " + student + ": " + watch);
        return open;
    }

    private Pace pace(String student, String competency) {
        StudentWatch watch = watch(student);
        return watch == null || !watch.lightsOf("math").containsKey(competency)
                ? Pace.NONE
                : watch.lightsOf("math").get(competency).pace();
    }

    private HttpResponse<String> call(String user, String method, String path, String body) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(service.url() + "/api/intervention/v1" + path))
                            .header("Authorization", "Bearer " + TestTokens.of(district.id, user))
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode queue() {
        HttpResponse<String> answer = call("okafor", "GET", "/classes/math/conferences", "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    @Test
    void a_missed_target_comes_to_a_conference_that_a_teacher_holds() {
        district.school().plan(60, 60, 600).enrolled("stu_1").enrolled("stu_2");
        district.judged("stu_2", "C1", CompetencyStatus.MASTERED, at(0, "08:30"));
        publish();
        Eventually.holds(() -> assertThat(pace("stu_1", "C1")).isEqualTo(Pace.ON_PACE));
        clock.set(at(0, "09:00"));
        Eventually.holds(() -> assertThat(open("stu_1").state()).isEqualTo(Conference.State.OPEN));

        clock.set(at(1, "09:00"));
        Eventually.holds(() -> assertThat(queue().get("conferences")).hasSize(2));
        JsonNode queue = queue();
        assertThat(queue.at("/class/id").asString()).isEqualTo("math");
        assertThat(queue.at("/meeting/minutes").asInt()).isEqualTo(60);
        assertThat(queue.at("/offered").asInt()).isEqualTo(6);
        JsonNode first = queue.at("/conferences/0");
        assertThat(first.get("studentId").asString()).isEqualTo("stu_1");
        assertThat(first.get("whyNow").asString()).isEqualTo("Two targets passed, the first yesterday.");
        assertThat(first.get("reasons")).hasSize(2);
        assertThat(first.get("competencies").toString()).isEqualTo("[\"C1\",\"C2\"]");

        String id = first.get("id").asString();
        HttpResponse<String> started = call("okafor", "POST", "/conferences/" + id + "/start", "{}");
        assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
        assertThat(JSON.readTree(started.body()).get("state").asString()).isEqualTo("STARTED");
        assertThat(JSON.readTree(started.body()).get("startedBy").asString()).isEqualTo("stf_1");
        HttpResponse<String> done = call(
                "okafor",
                "POST",
                "/conferences/" + id + "/done",
                "{\"outcome\":\"PLAN\",\"nextStep\":\"Two more problems\"}");
        assertThat(JSON.readTree(done.body()).get("state").asString()).isEqualTo("DONE");
        HttpResponse<String> again = call("okafor", "POST", "/conferences/" + id + "/snooze", "{\"meetings\":1}");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(JSON.readTree(again.body()).get("detail").asString())
                .isEqualTo("This conference is done already. Its state is DONE.");
        assertThat(queue().get("conferences")).hasSize(1);
        assertThat(queue().get("offered").asInt()).isEqualTo(6);
    }

    @Test
    void the_api_is_the_one_that_the_repository_holds() {
        OpenApiContract.check(service.url(), "intervention");
    }

    @Test
    void facts_about_students_and_reference_facts_are_read_in_groups_of_their_own() {
        Eventually.holds(() -> assertThat(topicsReadBy(database))
                .contains("roster.students.v1", "progression.mastery.v1")
                .doesNotContain("roster.reference.v1", "curriculum.v1"));
        Eventually.holds(() -> assertThat(topicsReadBy(database + "-reference"))
                .containsExactlyInAnyOrder("roster.reference.v1", "curriculum.v1"));
    }

    private Set<String> topicsReadBy(String group) {
        Set<String> topics = new HashSet<>();
        service.bean(Admin.class)
                .describeConsumerGroups(List.of(group))
                .describedGroups()
                .get(group)
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .members()
                .forEach(member ->
                        member.assignment().topicPartitions().forEach(partition -> topics.add(partition.topic())));
        return topics;
    }

    @Test
    void nobody_else_sees_the_class_or_touches_its_conferences() {
        district.school().plan(60).enrolled("stu_1");
        publish();
        clock.set(at(1, "10:00"));
        Eventually.holds(() -> assertThat(open("stu_1").state()).isEqualTo(Conference.State.OPEN));
        String id = open("stu_1").id();

        assertThat(call("webb", "GET", "/classes/math/conferences", "").statusCode())
                .isEqualTo(404);
        assertThat(call("webb", "POST", "/conferences/" + id + "/start", "{}").statusCode())
                .isEqualTo(404);
        assertThat(call("okafor", "GET", "/classes/nosuch/conferences", "").statusCode())
                .isEqualTo(404);
        assertThat(call("okafor", "POST", "/conferences/stu_1.nosuch/start", "{}")
                        .statusCode())
                .isEqualTo(404);
        HttpResponse<String> bad = call("okafor", "POST", "/conferences/" + id + "/done", "{\"outcome\":\"PLAN\"}");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(bad.body()).get("detail").asString()).isEqualTo("'nextStep' is missing or empty");
        HttpResponse<String> slip = call(
                "okafor",
                "POST",
                "/conferences/" + id + "/done",
                "{\"outcome\":\"PLAN\",\"nextStep\":\"Two more problems\",\"nextStepOn\":\"+20226-10-14\"}");
        assertThat(slip.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(slip.body()).get("detail").asString())
                .isEqualTo("'nextStepOn' is +20226-10-14, more than a year from today; look at its year");
        assertThat(call("okafor", "POST", "/conferences/" + id + "/snooze", "{\"meetings\":4}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(call("okafor", "POST", "/conferences/" + id + "/not-needed", "{\"reason\":\"Was ill\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void progress_and_a_moved_clock_take_conferences_away() {
        district.school().plan(60, 600).enrolled("stu_1").enrolled("stu_2").enrolled("stu_3");
        publish();
        clock.set(at(0, "09:00"));
        for (String student : List.of("stu_1", "stu_2", "stu_3"))
            Eventually.holds(() -> assertThat(open(student).state()).isEqualTo(Conference.State.OPEN));

        district.judged("stu_1", "C1", CompetencyStatus.MASTERED, at(0, "09:10"));
        district.absent("stu_2", 0);
        publish();
        Eventually.holds(() -> assertThat(states("stu_1")).containsExactly(Conference.State.RESOLVED_BY_PROGRESS));
        Eventually.holds(() -> assertThat(states("stu_2")).containsExactly(Conference.State.CLOCK_MOVED));

        district.plan(120, 600);
        publish();
        Eventually.holds(() -> assertThat(states("stu_3")).containsExactly(Conference.State.CLOCK_MOVED));
        Eventually.holds(() -> assertThat(pace("stu_3", "C1")).isEqualTo(Pace.ON_PACE));
    }

    private List<Conference.State> states(String student) {
        StudentWatch watch = watch(student);
        return watch == null
                ? List.of()
                : watch.conferences().stream().map(Conference::state).toList();
    }

    @Test
    void clocks_survive_a_restart_and_the_digest_comes_once_a_day() {
        district.school().plan(60, 60).enrolled("stu_1").enrolled("stu_2");
        publish();
        clock.set(at(0, "09:00"));
        Eventually.holds(() -> assertThat(open("stu_2").state()).isEqualTo(Conference.State.OPEN));
        service.close();
        clock.set(at(1, "08:00"));
        service = start();
        String address = "okafor@" + district.id + ".test";
        Eventually.holds(() -> assertThat(mail.messagesTo(address)).hasSize(1));
        clock.set(at(1, "09:00"));
        Eventually.holds(() -> assertThat(watchReasons("stu_1")).containsExactly("pace:C1", "pace:C2"));
        Eventually.holds(() -> assertThat(watchReasons("stu_2")).containsExactly("pace:C1", "pace:C2"));

        clock.set(at(2, "07:00"));
        Eventually.holds(() -> assertThat(mail.messagesTo(address)).hasSizeGreaterThanOrEqualTo(2));
        service.close();
        service = start();
        clock.set(at(2, "12:00"));
        clock.set(at(3, "07:00"));
        Eventually.holds(() -> assertThat(mail.messagesTo(address)).hasSize(3));

        MailSink.Mail second = mail.messagesTo(address).get(1);
        assertThat(second.subject()).isEqualTo("2 conferences wait in your classes");
        assertThat(second.body())
                .contains("Math 8, period 3: 2 conferences (4 targets missed)")
                .contains("http://127.0.0.1:8080/")
                .doesNotContain("stu_");
    }

    private List<String> watchReasons(String student) {
        StudentWatch watch = watch(student);
        return watch == null
                ? List.of()
                : watch.reasons().stream().map(Reason::target).sorted().toList();
    }

    @Test
    void two_instances_strike_each_clock_once() {
        try (RunningService second = start()) {
            district.school().plan(60);
            List<String> students = new ArrayList<>();
            for (int i = 0; i < 40; i++) students.add("stu_" + i);
            students.forEach(district::enrolled);
            publish();
            clock.set(at(0, "09:00"));
            for (String student : students)
                Eventually.holds(() -> assertThat(open(student).state()).isEqualTo(Conference.State.OPEN));
            Map<String, Integer> reasons = new HashMap<>();
            for (String student : students)
                reasons.merge(student, watchReasons(student).size(), Integer::sum);
            assertThat(reasons.values()).containsOnly(1);
            assertThat(second.url()).isNotEqualTo(service.url());
        }
    }
}
