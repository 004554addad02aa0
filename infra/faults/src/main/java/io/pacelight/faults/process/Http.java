package io.pacelight.faults.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One service's API as a patient client calls it: what was not answered is asked again, under the same idempotency key
 * where there is one, since nobody can know whether a dead service had heard it.
 */
final class Http {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration ONE_TRY = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final URI address;
    private final Supplier<String> token;

    Http(URI address, Supplier<String> token) {
        this.address = address;
        this.token = token;
    }

    JsonNode get(String path) {
        return send(request(path).GET());
    }

    JsonNode post(String path, String contentType, byte[] body) {
        return send(request(path)
                .header("Content-Type", contentType)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(body)));
    }

    JsonNode put(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    JsonNode upload(String path, String fileName, byte[] file) {
        String boundary = UUID.randomUUID().toString();
        byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/zip\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] foot = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofByteArray(head),
                        BodyPublishers.ofByteArray(file),
                        BodyPublishers.ofByteArray(foot))));
    }

    /** Whether the address answers 200 just now. */
    boolean answers(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            throw stopped(e);
        }
    }

    /** How far the service's wall clock is ahead of ours, by the date of its answer; to the second. */
    Duration wallClockOff() {
        try {
            HttpRequest request = HttpRequest.newBuilder(address.resolve("/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            String date = client.send(request, BodyHandlers.discarding())
                    .headers()
                    .firstValue("Date")
                    .orElseThrow();
            Instant theirs = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Duration.between(Instant.now(), theirs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw stopped(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(ONE_TRY)
                .header("Authorization", "Bearer " + token.get())
                .header("Accept", "application/json, application/problem+json");
    }

    private JsonNode send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String problem;
            try {
                HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
                if (response.statusCode() / 100 == 2)
                    return response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
                problem = response.statusCode() + ": " + response.body();
                if (response.statusCode() < 500) throw new IllegalStateException(said(request, problem));
            } catch (IOException e) {
                problem = String.valueOf(e);
            } catch (InterruptedException e) {
                throw stopped(e);
            }
            if (System.nanoTime() > giveUp) throw new IllegalStateException(said(request, problem));
            Pause.millis(200);
        }
    }

    private static String said(HttpRequest request, String problem) {
        return request.method() + " " + request.uri() + " answered " + problem;
    }

    private static IllegalStateException stopped(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted", e);
    }
}
