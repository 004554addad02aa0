package io.pacelight.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pacelight.local.signin.Person;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LocalDistrictIT {
    private static final Instant DATE = Instant.parse("2026-10-14T13:00:00Z");

    @TempDir
    Path parent;

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void an_empty_district_starts_answers_its_data_desk_and_goes_on_after_a_restart() throws Exception {
        Path data = parent.resolve("data");
        int port = Ports.freePair();
        Options options = new Options(data, port, null, null, false, false, DATE);
        Instant shown;
        String token;
        try (LocalDistrict district = start(options)) {
            token = district.token("admin");
            JsonNode me = json(get(district.address() + "/api/reporting/v1/me", token));
            assertThat(me.path("role").asString()).isEqualTo("DISTRICT");
            assertThat(me.path("district").path("id").asString()).isEqualTo("demo");
            shown = Instant.parse(me.path("now").asString());
            assertThat(shown).isBetween(DATE, DATE.plusSeconds(600));

            assertThat(get(district.address() + "/api/reporting/v1/me", "no.such.token")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(get(district.address() + "/api/roster/v1/imports", district.token("nobody.known"))
                            .statusCode())
                    .isIn(403, 404);
            assertThat(district.people().all()).containsExactly(Person.DATA_DESK);
            assertThat(get(district.installation().issuer() + "/mail", token).body())
                    .isEqualTo("[]");

            assertThatThrownBy(() -> start(options))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageStartingWith(data + " is in use by another run.");
            assertThatThrownBy(() -> start(new Options(parent.resolve("other"), port, null, null, false, false, DATE)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageStartingWith("port " + port + " is in use.");
        }
        try (LocalDistrict again = start(new Options(data, port, null, null, false, false, null))) {
            JsonNode me = json(get(again.address() + "/api/reporting/v1/me", token));
            assertThat(Instant.parse(me.path("now").asString())).isBetween(shown, DATE.plusSeconds(900));
        }
        assertThatThrownBy(() -> start(new Options(data, port, null, null, true, false, null)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("holds a district of your own; start it with --no-demo");
        assertThat(console.toString(StandardCharsets.UTF_8)).contains("roster", "reporting", "dashboard");
    }

    private LocalDistrict start(Options options) {
        return LocalDistrict.start(options, new Steps(new PrintStream(console, true, StandardCharsets.UTF_8)));
    }

    private HttpResponse<String> get(String address, String token) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", "application/json")
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }
}
