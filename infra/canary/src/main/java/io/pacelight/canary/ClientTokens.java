package io.pacelight.canary;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tokens of one technical client by the client credentials grant (RFC 6749, 4.4), each used until shortly before its end. */
final class ClientTokens implements Supplier<String> {
    private static final Duration EARLY = Duration.ofSeconds(30);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI issuer;
    private final @Nullable URI endpoint;
    private final CanaryProperties.District client;
    private @Nullable String token;
    private Instant until = Instant.MIN;

    ClientTokens(URI issuer, @Nullable URI endpoint, CanaryProperties.District client) {
        this.issuer = issuer;
        this.endpoint = endpoint;
        this.client = client;
    }

    @Override
    public synchronized String get() {
        String known = token;
        if (known != null && Instant.now().isBefore(until)) return known;
        String basic = encoded(client.clientId()) + ":" + encoded(client.clientSecret());
        JsonNode granted = read(HttpRequest.newBuilder(endpoint == null ? discovered() : endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")));
        String fresh = granted.get("access_token").asString();
        token = fresh;
        until = Instant.now().plusSeconds(granted.path("expires_in").asLong(60)).minus(EARLY);
        return fresh;
    }

    private URI discovered() {
        JsonNode provider = read(HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration")));
        return URI.create(provider.get("token_endpoint").asString());
    }

    private JsonNode read(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.timeout(ANSWER).build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200)
                throw new FrontDoor.Failed("status " + answer.statusCode() + " from the sign-in provider");
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException e) {
            throw new FrontDoor.Failed(e.getClass().getSimpleName() + " from the sign-in provider");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FrontDoor.Failed("interrupted");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
