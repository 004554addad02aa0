package io.pacelight.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.events.Envelope;
import io.pacelight.kit.state.EventPublisher;
import io.pacelight.kit.stream.Positions;
import io.pacelight.kit.testing.Eventually;
import io.pacelight.kit.testing.RunningService;
import io.pacelight.kit.testing.TestTokens;
import io.pacelight.reporting.adapter.in.stream.ChangeTail;
import io.pacelight.reporting.adapter.in.web.LiveFeed;
import io.pacelight.reporting.application.RollUps;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two instances of one service: they share the work, and each tells its own browsers of all of it. */
class LiveIT {
    private final String district = "d" + UUID.randomUUID();
    private final String database = "reporting-" + UUID.randomUUID();
    private final Told told = new Told(district);
    private final HttpClient http = HttpClient.newHttpClient();
    private final RunningService first = start();
    private final RunningService second = start();

    @AfterEach
    void stop() {
        http.shutdownNow();
        first.close();
        second.close();
    }

    private RunningService start() {
        return RunningService.start(
                ReportingApplication.class,
                "reporting",
                database,
                Map.of(),
                Map.of("schoolClock", new TestClock(Told.NOW)));
    }

    @Test
    void a_change_reaches_the_browsers_of_both_instances_and_only_those_who_may_see_it() {
        List<Envelope<?>> roster = new ArrayList<>(told.reference());
        for (int i = 0; i < 16; i++) roster.add(told.placed("stu_" + i, 1, "north", "class-1"));
        first.bean(EventPublisher.class).publish(roster);
        Eventually.holds(
                () -> assertThat(first.bean(RollUps.class).schoolsOf(district).values())
                        .anyMatch(total -> total.total().students().pace().students() == 16));
        Eventually.holds(() -> {
            assertThat(owned(first)).isPositive();
            assertThat(owned(second)).isPositive();
            assertThat(owned(first) + owned(second)).isEqualTo(32);
            assertThat(first.bean(ChangeTail.class).following()).isTrue();
            assertThat(second.bean(ChangeTail.class).following()).isTrue();
        });
        List<String> desk = follow(first, TestTokens.dataDesk(district));
        List<String> teacher = follow(second, TestTokens.of(district, "vega"));
        List<String> elsewhere = follow(second, TestTokens.of(district, "ode"));
        List<String> head = follow(first, TestTokens.of(district, "head"));
        Eventually.holds(() -> {
            assertThat(first.bean(LiveFeed.class).open()).isEqualTo(2);
            assertThat(second.bean(LiveFeed.class).open()).isEqualTo(2);
        });

        List<Envelope<?>> judged = new ArrayList<>();
        for (int i = 0; i < 16; i++) judged.add(told.judged("stu_" + i, "A", 1, 1, true));
        first.bean(EventPublisher.class).publish(judged);

        Eventually.holds(() -> {
            for (int i = 0; i < 16; i++) {
                String student = "\"kind\":\"student\",\"id\":\"stu_" + i + "\"";
                assertThat(teacher).anyMatch(line -> line.contains(student));
                assertThat(desk).anyMatch(line -> line.contains(student));
            }
            assertThat(teacher).anyMatch(line -> line.contains("\"kind\":\"class\",\"id\":\"class-1\""));
            assertThat(head).anyMatch(line -> line.contains("\"kind\":\"school\",\"id\":\"north\""));
            assertThat(desk).anyMatch(line -> line.contains("\"kind\":\"district\",\"id\":\"" + district + "\""));
        });
        assertThat(teacher).contains("event:changed").noneMatch(line -> line.contains("\"kind\":\"district\""));
        assertThat(teacher).noneMatch(line -> line.contains("\"kind\":\"school\""));
        assertThat(elsewhere).noneMatch(line -> line.startsWith("data:"));
        assertThat(desk)
                .filteredOn(line -> line.contains("\"kind\":\"district\""))
                .allMatch(line -> line.contains("\"at\":\"2026-09-16T15:00:00Z\""));
    }

    @Test
    void work_goes_on_where_an_instance_stops() {
        first.bean(EventPublisher.class).publish(new ArrayList<>(told.reference()));
        second.close();
        List<Envelope<?>> roster = new ArrayList<>();
        for (int i = 0; i < 16; i++) roster.add(told.placed("stu_" + i, 1, "south", "class-2"));
        first.bean(EventPublisher.class).publish(roster);

        Eventually.holds(
                () -> assertThat(first.bean(RollUps.class).schoolsOf(district).values())
                        .anyMatch(total -> total.total().students().pace().students() == 16));
    }

    private static int owned(RunningService service) {
        return service.bean(Positions.class).owned("facts").size();
    }

    private List<String> follow(RunningService service, String token) {
        List<String> lines = new CopyOnWriteArrayList<>();
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.url() + "/api/reporting/v1/stream"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .build();
        CompletableFuture<HttpResponse<Stream<String>>> answer =
                http.sendAsync(request, HttpResponse.BodyHandlers.ofLines());
        answer.thenAcceptAsync(response -> response.body().forEach(lines::add));
        return lines;
    }
}
