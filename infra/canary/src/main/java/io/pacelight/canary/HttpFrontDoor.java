package io.pacelight.canary;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
import tools.jackson.databind.node.MissingNode;

/** The API over HTTP with a bearer token. */
final class HttpFrontDoor implements FrontDoor {
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final int NOT_FOUND = 404;

    private final HttpClient http;
    private final URI address;
    private final Supplier<String> token;

    HttpFrontDoor(HttpClient http, URI address, Supplier<String> token) {
        this.http = http;
        this.address = address;
        this.token = token;
    }

    @Override
    public JsonNode get(String path) {
        return send(request(path).GET(), path);
    }

    @Override
    public JsonNode post(String path, String contentType, byte[] body, String idempotencyKey) {
        return send(
                request(path)
                        .header("Content-Type", contentType)
                        .header("Idempotency-Key", idempotencyKey)
                        .POST(BodyPublishers.ofByteArray(body)),
                path);
    }

    @Override
    public JsonNode upload(String path, String fileName, byte[] file) {
        String boundary = UUID.randomUUID().toString();
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/zip\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(file);
        form.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofByteArray(form.toByteArray())),
                path);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(ANSWER)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token.get());
    }

    private JsonNode send(HttpRequest.Builder request, String path) {
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() == NOT_FOUND) return MissingNode.getInstance();
            if (answer.statusCode() / 100 != 2) throw new Failed("status " + answer.statusCode() + " from " + path);
            return answer.body().length == 0
                    ? MissingNode.getInstance()
                    : JsonMapper.shared().readTree(answer.body());
        } catch (IOException e) {
            throw new Failed(e.getClass().getSimpleName() + " from " + path);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed("interrupted");
        }
    }
}
