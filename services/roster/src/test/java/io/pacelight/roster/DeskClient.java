package io.pacelight.roster;

import io.pacelight.kit.testing.Eventually;
import io.pacelight.kit.testing.RunningService;
import io.pacelight.kit.testing.TestTokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A district's data desk at its terminal. */
final class DeskClient {
    private static final String BOUNDARY = "----pacelight-desk";
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What was answered. */
    record Answer(int status, JsonNode body) {}

    private final String url;
    private final String token;
    private final HttpClient http = HttpClient.newHttpClient();

    DeskClient(RunningService service, String district) {
        this(service, TestTokens.dataDesk(district), 0);
    }

    private DeskClient(RunningService service, String token, int unused) {
        this.url = service.url();
        this.token = token;
    }

    static DeskClient withToken(RunningService service, String token) {
        return new DeskClient(service, token, 0);
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, String contentType, byte[] body) {
        return send(
                request(path).header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    Answer csv(String path, String body) {
        return post(path, "text/csv", body.getBytes(StandardCharsets.UTF_8));
    }

    Answer csv(String path, Path file) {
        try {
            return post(path, "text/csv", Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer put(String path, String contentType, String body) {
        return send(request(path).header("Content-Type", contentType).PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Uploads a package and waits until there is nothing more to do for it. */
    JsonNode upload(byte[] zip, boolean dryRun) {
        Answer accepted = uploadOnly(zip, dryRun);
        if (accepted.status() != 202) {
            throw new AssertionError("not accepted: " + accepted);
        }
        return settled(accepted.body().path("id").asString());
    }

    JsonNode upload(Path zip) {
        try {
            return upload(Files.readAllBytes(zip), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer uploadOnly(byte[] zip, boolean dryRun) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"roster.zip\"\r\n"
                        + "Content-Type: application/zip\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(zip);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return post(
                "/api/roster/v1/imports?dryRun=" + dryRun,
                "multipart/form-data; boundary=" + BOUNDARY,
                body.toByteArray());
    }

    /** The import once no worker has anything to do for it. */
    JsonNode settled(String id) {
        JsonNode[] last = new JsonNode[1];
        Eventually.holds(() -> {
            JsonNode now = get("/api/roster/v1/imports/" + id).body();
            String state = now.path("state").asString();
            if (state.equals("QUEUED") || state.equals("CHECKING") || state.equals("APPLYING")) {
                throw new AssertionError("still " + now);
            }
            last[0] = now;
        });
        return last[0];
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String body = answer.body();
            return new Answer(answer.statusCode(), body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
