package io.pacelight.dashboard.adapter.out.http;

import io.pacelight.dashboard.application.Caller;
import io.pacelight.dashboard.application.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks one service for JSON as the caller, within time limits, and turns its problem answers into refusals. */
final class ServiceHttp {

    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final String name;
    private final URI base;
    private final HttpClient http;
    private final JsonMapper json;

    ServiceHttp(String name, URI base, HttpClient http, JsonMapper json) {
        this.name = name;
        this.base = base;
        this.http = http;
        this.json = json;
    }

    /** The parts of a path become its segments, encoded. */
    <T> T get(Caller caller, Class<T> type, String... path) {
        HttpResponse<InputStream> answer = send(request(caller, path).GET().build());
        try (InputStream body = answer.body()) {
            return json.readValue(body, type);
        } catch (IOException | JacksonException e) {
            throw new Refusal(Refusal.Reason.UNAVAILABLE, name, "The answer could not be read.", e);
        }
    }

    void post(Caller caller, Object body, Map<String, String> headers, String... path) {
        HttpRequest.Builder request = request(caller, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
        headers.forEach(request::header);
        try (InputStream answer = send(request.build()).body()) {
            answer.skip(Long.MAX_VALUE);
        } catch (IOException e) {
            throw new Refusal(Refusal.Reason.UNAVAILABLE, name, "The answer could not be read.", e);
        }
    }

    private HttpRequest.Builder request(Caller caller, String... path) {
        StringBuilder address = new StringBuilder(base.toString());
        for (String segment : path) {
            address.append('/')
                    .append(URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"));
        }
        return HttpRequest.newBuilder(URI.create(address.toString()))
                .timeout(PATIENCE)
                .header("Accept", "application/json, application/problem+json")
                .header("Authorization", "Bearer " + caller.token());
    }

    private HttpResponse<InputStream> send(HttpRequest request) {
        HttpResponse<InputStream> answer;
        try {
            answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new Refusal(Refusal.Reason.UNAVAILABLE, name, "The service does not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(Refusal.Reason.UNAVAILABLE, name, "Interrupted while waiting for the service.", e);
        }
        if (answer.statusCode() / 100 == 2) {
            return answer;
        }
        throw new Refusal(reason(answer.statusCode()), name, detail(answer));
    }

    private static Refusal.Reason reason(int status) {
        return switch (status) {
            case 401 -> Refusal.Reason.SIGNED_OUT;
            case 403, 404 -> Refusal.Reason.NOT_FOUND;
            case 409, 412 -> Refusal.Reason.CONFLICT;
            case 400, 413, 415, 422 -> Refusal.Reason.INVALID;
            default -> Refusal.Reason.UNAVAILABLE;
        };
    }

    private String detail(HttpResponse<InputStream> answer) {
        try (InputStream body = answer.body()) {
            JsonNode problem = json.readTree(body.readNBytes(64_000));
            String detail = problem.path("detail").asString("");
            return detail.isEmpty() ? problem.path("title").asString("HTTP " + answer.statusCode()) : detail;
        } catch (IOException | JacksonException e) {
            return "HTTP " + answer.statusCode();
        }
    }
}
