package io.pacelight.kit.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.events.AttemptRecorded;
import io.pacelight.events.Envelope;
import io.pacelight.events.EventIds;
import io.pacelight.events.Topics;
import io.pacelight.kit.app.SampleAttempt;
import io.pacelight.kit.app.TallyApplication;
import io.pacelight.kit.mongo.MongoStateStore;
import io.pacelight.kit.state.EventPublisher;
import io.pacelight.kit.state.Tally;
import io.pacelight.kit.testing.Eventually;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The handler of every service, on a real broker and over the store's real protocol. */
class EventStreamIT {
    private final String database = "tally-" + UUID.randomUUID();
    private final String district = "d" + UUID.randomUUID();
    private RunningService service = RunningService.start(TallyApplication.class, "tally", database);

    @AfterEach
    void stop() {
        service.close();
    }

    private Envelope<?> attempt(String student, String id) {
        return SampleAttempt.of(district, student, id);
    }

    private void publish(Envelope<?>... events) {
        service.bean(EventPublisher.class).publish(List.of(events));
    }

    @SuppressWarnings("unchecked")
    private Tally tally(String student) {
        MongoStateStore<Tally> tallies = service.bean(MongoStateStore.class);
        var found = tallies.load(List.of(district + "|" + student)).get(district + "|" + student);
        return found == null ? Tally.MACHINE.initial("") : found.state();
    }

    @SuppressWarnings("unchecked")
    private void sendRaw(String id, byte[] value) throws Exception {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                Topics.ATTEMPTS, null, (district + "|" + "stu_1").getBytes(StandardCharsets.UTF_8), value);
        CloudEventHeaders.write(attempt("stu_1", id)).headers().forEach(record.headers()::add);
        service.bean(Producer.class).send(record).get();
    }

    @Test
    void each_attempt_counts_once_however_often_and_in_which_order_it_is_delivered() {
        List<Envelope<?>> attempts = new ArrayList<>();
        for (int i = 0; i < 200; i++) attempts.add(attempt("stu_" + i % 7, "a" + i));
        publish(attempts.toArray(Envelope<?>[]::new));
        publish(attempts.reversed().toArray(Envelope<?>[]::new));
        publish(attempt("stu_0", "last"));
        Eventually.holds(() -> assertThat(tally("stu_0").seen()).contains("last"));
        Eventually.holds(() -> assertThat(tally("stu_6").told()).isEqualTo(28));
        assertThat(tally("stu_0").told()).isEqualTo(30);
    }

    @Test
    void unreadable_null_and_poisonous_records_are_quarantined_with_their_reason_and_hold_up_nobody() throws Exception {
        sendRaw("bad", "{not json".getBytes(StandardCharsets.UTF_8));
        sendRaw("tombstone", null);
        sendRaw("missing", "{\"district\":\"x\"}".getBytes(StandardCharsets.UTF_8));
        publish(attempt("stu_1", "poison"), attempt("stu_1", "good"));
        Eventually.holds(() -> assertThat(tally("stu_1").seen()).containsExactly("good"));
        Eventually.holds(() -> assertThat(service.bean(QuarantineShelf.class).waiting(district, null, 10))
                .filteredOn(record ->
                        record.key() != null && new String(record.key(), StandardCharsets.UTF_8).startsWith(district))
                .hasSize(4)
                .extracting(QuarantinedRecord::reason)
                .anyMatch(reason -> reason.startsWith("not AttemptRecorded: StreamReadException"))
                .anyMatch("the record has no value"::equals)
                .anyMatch(reason -> reason.contains("the rules could not take it: IllegalStateException")));
        assertThat(service.bean(QuarantineShelf.class)
                        .waiting(district, null, 10)
                        .getFirst()
                        .headers())
                .extracting(QuarantinedRecord.RawHeader::name)
                .contains("ce_id", "ce_type", "ce_subject");
    }

    @Test
    void a_poll_that_fails_comes_again_whatever_the_exception_is() {
        TallyApplication.FAILURES.set(3);
        publish(attempt("stu_1", "first"), attempt("stu_2", "second"));
        Eventually.holds(() -> assertThat(TallyApplication.FAILURES.get()).isZero());
        publish(attempt("stu_1", "third"));
        Eventually.holds(() -> assertThat(tally("stu_1").seen()).containsExactly("first", "third"));
        assertThat(tally("stu_1").told()).isEqualTo(2);
        assertThat(tally("stu_2").told()).isEqualTo(1);
    }

    @Test
    void a_restart_goes_on_where_it_stopped() {
        publish(attempt("stu_1", "before"));
        Eventually.holds(() -> assertThat(tally("stu_1").seen()).containsExactly("before"));
        service.close();
        service = RunningService.start(TallyApplication.class, "tally", database);
        publish(attempt("stu_1", "after"));
        Eventually.holds(() -> assertThat(tally("stu_1").seen()).containsExactly("after", "before"));
        assertThat(tally("stu_1").told()).isEqualTo(2);
    }

    @Test
    void two_instances_share_the_work_and_neither_doubles_it() {
        try (RunningService second =
                RunningService.start(TallyApplication.class, "tally", database, Map.of(), Map.of())) {
            Eventually.holds(() -> {
                int first = service.bean(Positions.class).owned("attempts").size();
                int other = second.bean(Positions.class).owned("attempts").size();
                assertThat(first + other).isEqualTo(16);
                assertThat(first).isPositive().isLessThan(16);
            });
            List<Envelope<?>> attempts = new ArrayList<>();
            for (int i = 0; i < 300; i++) attempts.add(attempt("stu_" + i % 30, "a" + i));
            publish(attempts.toArray(Envelope<?>[]::new));
            for (int student = 0; student < 30; student++) {
                String key = "stu_" + student;
                Eventually.holds(() -> assertThat(tally(key).seen()).hasSize(10));
                assertThat(tally(key).told()).isEqualTo(10);
            }
        }
    }

    @Test
    void quarantine_is_listed_to_the_data_desk_only() throws Exception {
        sendRaw("listed", "{".getBytes(StandardCharsets.UTF_8));
        Eventually.holds(() -> assertThat(service.bean(QuarantineShelf.class).waiting(district, null, 100))
                .anyMatch(record -> hasId(record, "listed")));
        String id = service.bean(QuarantineShelf.class).waiting(district, null, 100).stream()
                .filter(record -> hasId(record, "listed"))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(get(TestTokens.dataDesk(district)).body())
                .contains("\"id\":\"" + id + "\"", "UnexpectedEndOfInputException");
        assertThat(get(TestTokens.dataDesk("another")).body()).doesNotContain(id);
        HttpResponse<String> teacher = get(TestTokens.of(district, "teacher"));
        assertThat(teacher.statusCode()).isEqualTo(404);
        assertThat(teacher.headers().firstValue("content-type")).contains("application/problem+json");
    }

    private static boolean hasId(QuarantinedRecord record, String attempt) {
        String id = EventIds.of(attempt, AttemptRecorded.TYPE, attempt, 0);
        return record.headers().stream()
                .anyMatch(header -> header.name().equals("ce_id")
                        && header.value() != null
                        && new String(header.value(), StandardCharsets.UTF_8).equals(id));
    }

    private HttpResponse<String> get(String token) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(service.url() + "/api/tally/v1/quarantine"))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
