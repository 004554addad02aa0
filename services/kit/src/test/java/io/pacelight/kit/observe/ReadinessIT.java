package io.pacelight.kit.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.embedded.EmbeddedStore;
import io.pacelight.kit.app.SampleAttempt;
import io.pacelight.kit.app.TallyApplication;
import io.pacelight.kit.state.EventPublisher;
import io.pacelight.kit.testing.Eventually;
import io.pacelight.kit.testing.RunningService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;

/** What a scheduler asks: live is the process and nothing else; ready is the store and every group joined. */
class ReadinessIT {
    private final String database = "ready-" + UUID.randomUUID();

    @Test
    void ready_once_the_store_answers_and_the_group_is_joined() {
        try (RunningService service = RunningService.start(TallyApplication.class, "tally", database)) {
            Eventually.holds(() -> assertThat(status(service.url() + "/readyz")).isEqualTo(200));

            assertThat(status(service.url() + "/livez")).isEqualTo(200);
        }
    }

    @Test
    void a_stream_that_has_left_its_group_makes_it_unready_but_not_dead() {
        try (RunningService service = RunningService.start(TallyApplication.class, "tally", database)) {
            Eventually.holds(() -> assertThat(status(service.url() + "/readyz")).isEqualTo(200));

            service.bean(BindingsLifecycleController.class).stop("attempts-in-0");

            Eventually.holds(() -> assertThat(status(service.url() + "/readyz")).isEqualTo(503));
            assertThat(status(service.url() + "/livez")).isEqualTo(200);
        }
    }

    @Test
    void a_store_that_is_away_makes_it_unready_but_not_dead() {
        EmbeddedStore store = EmbeddedStore.start(null, 0);
        Map<String, String> own = Map.of("spring.mongodb.uri", store.connectionString());
        try (RunningService service = RunningService.start(TallyApplication.class, "tally", database, own, Map.of())) {
            Eventually.holds(() -> assertThat(status(service.url() + "/readyz")).isEqualTo(200));

            store.close();

            Eventually.holds(() -> assertThat(status(service.url() + "/readyz")).isEqualTo(503));
            assertThat(status(service.url() + "/livez")).isEqualTo(200);
        }
    }

    @Test
    void lag_flips_neither() {
        try (RunningService service = RunningService.start(TallyApplication.class, "tally", database)) {
            Eventually.holds(() -> assertThat(status(service.url() + "/readyz")).isEqualTo(200));
            TallyApplication.FAILURES.set(Integer.MAX_VALUE);

            service.bean(EventPublisher.class).publish(List.of(SampleAttempt.of(database, "stu_1", "a1")));

            Eventually.holds(() -> assertThat(TallyApplication.FAILURES.get()).isLessThan(Integer.MAX_VALUE - 1));
            assertThat(status(service.url() + "/readyz")).isEqualTo(200);
            assertThat(status(service.url() + "/livez")).isEqualTo(200);
        } finally {
            TallyApplication.FAILURES.set(0);
        }
    }

    @Test
    void with_a_management_port_the_public_one_answers_probes_and_tells_no_metrics() {
        Map<String, String> own = Map.of("management.server.port", "0");
        try (RunningService service = RunningService.start(TallyApplication.class, "tally", database, own, Map.of())) {
            String management =
                    "http://127.0.0.1:" + service.context().getEnvironment().getProperty("local.management.port");

            Eventually.holds(() -> assertThat(status(service.url() + "/readyz")).isEqualTo(200));
            assertThat(status(service.url() + "/livez")).isEqualTo(200);
            assertThat(status(service.url() + "/actuator/prometheus")).isEqualTo(404);
            assertThat(status(service.url() + "/actuator/health")).isEqualTo(404);
            assertThat(status(management + "/actuator/prometheus")).isEqualTo(200);
            assertThat(status(management + "/api/tally/v1/quarantine")).isEqualTo(401);
        }
    }

    private static int status(String address) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
