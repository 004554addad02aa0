package io.pacelight.canary;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** The canary of one shadow district: records an attempt and looks until it is judged in the student's report. */
public final class Canary {
    private static final Logger LOG = LoggerFactory.getLogger(Canary.class);
    private static final Duration PROMISE = Duration.ofSeconds(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    /** How long the first import of the shadow district may take. */
    private static final Duration SETTLING = Duration.ofMinutes(2);

    private final String district;
    private final FrontDoor door;
    private final Duration patience;
    private final Timer freshness;
    private final Counter failed;

    Canary(String district, FrontDoor door, Duration patience, MeterRegistry registry) {
        this.district = district;
        this.door = door;
        this.patience = patience;
        this.freshness = Timer.builder(CanaryMeter.FRESHNESS.meterName())
                .description(CanaryMeter.FRESHNESS.description())
                .tag("district", district)
                .publishPercentileHistogram()
                .serviceLevelObjectives(PROMISE)
                .minimumExpectedValue(Duration.ofMillis(10))
                .maximumExpectedValue(Duration.ofMinutes(5))
                .register(registry);
        this.failed = Counter.builder(CanaryMeter.FAILED.meterName())
                .description(CanaryMeter.FAILED.description())
                .tag("district", district)
                .register(registry);
    }

    /** A canary that goes in and out by HTTP, as {@code token} lets it. */
    public static Canary at(
            URI address, String district, Supplier<String> token, Duration patience, MeterRegistry registry) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        return new Canary(district, new HttpFrontDoor(http, address, token), patience, registry);
    }

    /** One attempt, measured or counted as failed; it never throws. */
    public void round() {
        try {
            String student = student(LocalDate.now(ZoneOffset.UTC));
            String report = "/api/reporting/v1/students/" + student;
            String attempt = UUID.randomUUID().toString();
            int before = judged(door.get(report));
            long begun = System.nanoTime();
            JsonNode recorded = door.post(
                    "/api/assessment/v1/attempts",
                    "application/json",
                    ("{\"attemptId\":\"" + attempt + "\",\"student\":\"" + student + "\",\"competency\":\""
                                    + ShadowRoster.COMPETENCY + "\",\"kind\":\"FORMATIVE\",\"level\":3}")
                            .getBytes(StandardCharsets.UTF_8),
                    attempt);
            if (recorded.isMissingNode()) throw new FrontDoor.Failed("the attempt has nowhere to go");
            await("the attempt is not visible", patience, () -> {
                JsonNode seen = door.get(report);
                return judged(seen) > before && holds(seen, attempt);
            });
            freshness.record(Duration.ofNanos(System.nanoTime() - begun));
        } catch (RuntimeException e) {
            failed.increment();
            LOG.atWarn()
                    .addKeyValue("district", district)
                    .addKeyValue(
                            "error",
                            e instanceof FrontDoor.Failed
                                    ? e.getMessage()
                                    : e.getClass().getSimpleName())
                    .log("the canary did not see its attempt");
        }
    }

    /** The issued key of the day's student; the first time, the whole shadow district is imported. */
    private String student(LocalDate day) {
        String path = "/api/roster/v1/students?sourcedId=" + ShadowRoster.studentOf(day);
        JsonNode known = door.get(path);
        if (known.isMissingNode()) {
            door.upload("/api/roster/v1/imports", "canary.zip", ShadowRoster.oneRoster());
            door.post(
                    "/api/roster/v1/competencies",
                    "text/csv",
                    ShadowRoster.COMPETENCIES,
                    UUID.randomUUID().toString());
            await(
                    "the shadow district is not imported",
                    SETTLING,
                    () -> !door.get(path).isMissingNode());
            known = door.get(path);
        }
        return known.get("id").asString();
    }

    private static int judged(JsonNode report) {
        for (JsonNode standing : report.path("competencies"))
            if (ShadowRoster.COMPETENCY.equals(standing.path("code").asString()))
                return standing.path("attempts").asInt();
        return 0;
    }

    private static boolean holds(JsonNode report, String attempt) {
        for (JsonNode standing : report.path("competencies"))
            for (JsonNode evidence : standing.path("evidence"))
                if (attempt.equals(evidence.path("attemptId").asString())) return true;
        return false;
    }

    private interface Question {
        boolean answered();
    }

    private static void await(String otherwise, Duration atMost, Question question) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!question.answered()) {
            if (System.nanoTime() > end) throw new FrontDoor.Failed(otherwise + " after " + atMost.toSeconds() + " s");
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new FrontDoor.Failed("interrupted");
            }
        }
    }
}
