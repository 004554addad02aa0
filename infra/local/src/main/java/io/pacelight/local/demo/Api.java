package io.pacelight.local.demo;

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
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The district's public API as the data desk calls it, through the address that everybody uses. */
public final class Api {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int TRIES = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI address;
    private final Supplier<String> token;

    public Api(URI address, Supplier<String> token) {
        this.address = address;
        this.token = token;
    }

    public JsonNode get(String path) {
        return send(request(path).GET());
    }

    public JsonNode post(String path, String contentType, byte[] body) {
        return send(request(path).header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(body)));
    }

    public JsonNode put(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    /** Sends a thing that may be sent again under the same key without effect. */
    public JsonNode postOnce(String path, String key, byte[] json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(json)));
    }

    /** Sends one file as a browser's form would. */
    public JsonNode upload(String path, String fileName, byte[] file) {
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

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token.get())
                .header("Accept", "application/json, application/problem+json");
    }

    /** Tries again what a service could not answer just now: nothing that is sent here has an effect twice. */
    private JsonNode send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
                if (response.statusCode() / 100 == 2) {
                    return response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
                }
                if (response.statusCode() < 500 || attempt == TRIES) {
                    throw Refused.of(request, response);
                }
            } catch (IOException e) {
                if (attempt == TRIES) {
                    throw new UncheckedIOException(request.method() + " " + request.uri() + " failed", e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Stopped();
            }
            pause(attempt * 500L);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped();
        }
    }

    /** An answer that is no success. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int status;

        Refused(int status, String message) {
            super(message);
            this.status = status;
        }

        static Refused of(HttpRequest request, HttpResponse<String> response) {
            return new Refused(
                    response.statusCode(),
                    "%s %s answered %d: %s"
                            .formatted(
                                    request.method(), request.uri().getPath(), response.statusCode(), response.body()));
        }

        public int status() {
            return status;
        }
    }

    /** The district is being stopped. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
