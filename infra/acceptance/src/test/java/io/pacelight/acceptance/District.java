package io.pacelight.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.local.LocalDistrict;
import io.pacelight.local.Options;
import io.pacelight.local.Ports;
import io.pacelight.local.Steps;
import io.pacelight.local.demo.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** One installation for all acceptance tests of this JVM; each test has a district of its own in it. */
final class District {
    /** A Tuesday of the spring semester of the sample district, before school. */
    static final Instant SCHOOL_TIME = Instant.parse("2022-03-01T13:00:00Z");

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final LocalDistrict INSTALLATION = start();

    private final String id;
    private final Api desk;

    District(String id) {
        this.id = id;
        this.desk = as("admin");
    }

    private static LocalDistrict start() {
        try {
            Path data = Files.createTempDirectory("pacelight-acceptance-");
            Options options = new Options(data, Ports.freePair(), null, 1, false, false, SCHOOL_TIME);
            LocalDistrict started = LocalDistrict.start(options, new Steps(System.out));
            Runtime.getRuntime().addShutdownHook(new Thread(started::close, "acceptance-stop"));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LocalDistrict installation() {
        return INSTALLATION;
    }

    String id() {
        return id;
    }

    /** The public API as somebody calls it. */
    Api as(String username) {
        return new Api(INSTALLATION.address(), () -> INSTALLATION.token(username, id));
    }

    Api desk() {
        return desk;
    }

    /** Uploads a package and returns the import when it is over. */
    JsonNode importPackage(String name, byte[] zip, boolean dryRun) {
        JsonNode accepted = desk.upload("/api/roster/v1/imports" + (dryRun ? "?dryRun=true" : ""), name, zip);
        return until(
                () -> desk.get("/api/roster/v1/imports/" + accepted.get("id").asString()),
                job -> !job.path("finishedAt").isMissingNode());
    }

    /** Sends attempts and returns the batch when it is over. */
    JsonNode sendAttempts(byte[] csv) {
        JsonNode accepted = desk.post("/api/assessment/v1/attempt-batches", "text/csv", csv);
        return until(
                () -> desk.get("/api/assessment/v1/attempt-batches/"
                        + accepted.get("id").asString()),
                batch -> !batch.path("finishedAt").isMissingNode());
    }

    JsonNode postCsv(String path, byte[] csv) {
        return desk.post(path, "text/csv", csv);
    }

    /** Asks again until the answer satisfies; the limit only ends a test that would never end. */
    static <T> T until(Supplier<T> question, Predicate<T> satisfied) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            T answer = question.get();
            if (satisfied.test(answer)) return answer;
            assertThat(System.nanoTime())
                    .as("still waiting; the last answer was %s", answer)
                    .isLessThan(end);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
