package io.pacelight.kit.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.pacelight.kit.app.TallyApplication;
import io.pacelight.kit.testing.Eventually;
import io.pacelight.kit.testing.RunningService;
import io.pacelight.kit.testing.TestTokens;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Traces go where somebody names an endpoint, and otherwise there are none. */
class TraceExportIT {
    @Test
    void spans_reach_the_endpoint_that_is_named() throws Exception {
        List<String> received = new CopyOnWriteArrayList<>();
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        try (RunningService service = start(Map.of(
                "management.opentelemetry.tracing.export.otlp.endpoint",
                "http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces",
                "management.opentelemetry.tracing.export.otlp.compression",
                "none",
                "management.tracing.sampling.probability",
                "1.0"))) {
            ask(service);
            Eventually.holds(() -> assertThat(received)
                    .anyMatch(spans -> spans.contains("/v1/quarantine") && spans.contains("tally")));
        } finally {
            collector.stop(0);
        }
    }

    @Test
    void without_an_endpoint_nothing_takes_spans_and_nothing_is_followed() throws Exception {
        try (RunningService service = start(Map.of("management.tracing.sampling.probability", "1.0"))) {
            assertThat(service.context().getBeansOfType(SpanExporter.class)).isEmpty();
            assertThat(service.bean(Sampler.class)).isEqualTo(Sampler.alwaysOff());
            ask(service);
        }
    }

    private static RunningService start(Map<String, String> properties) {
        return RunningService.start(
                TallyApplication.class, "tally", "traces-" + UUID.randomUUID(), properties, Map.of());
    }

    private static void ask(RunningService service) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(service.url() + "/api/tally/v1/quarantine"))
                            .header("Authorization", "Bearer " + TestTokens.dataDesk("d"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }
}
