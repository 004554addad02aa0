package io.pacelight.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RelayIT extends PagesTestBase {

    private final HttpClient script = HttpClient.newHttpClient();
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .build();

    @Test
    void bearer_token_passes_without_session_or_csrf() throws Exception {
        HttpResponse<String> answer = script.send(
                to("/api/assessment/v1/attempt-batches")
                        .header("Authorization", "Bearer stub-admin")
                        .header("Content-Type", "text/csv")
                        .header("Cookie", "pacelight=something")
                        .POST(HttpRequest.BodyPublishers.ofString("attemptId,student\n1,stu_1\n"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(DISTRICT.sent().getFirst().body()).isEqualTo("attemptId,student\n1,stu_1\n");
        assertThat(DISTRICT.sent().getFirst().headers()).doesNotContainKey("Cookie");
    }

    @Test
    void nobody_is_told_401_as_a_problem_and_not_sent_to_a_sign_in_page() throws Exception {
        HttpResponse<String> answer =
                script.send(to("/api/reporting/v1/me").build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void the_public_port_answers_probes_and_tells_no_metrics() throws Exception {
        assertThat(status(to("/livez"))).isEqualTo(200);
        assertThat(status(to("/readyz"))).isEqualTo(200);
        assertThat(status(to("/actuator/prometheus"))).isEqualTo(401);
        assertThat(status(to("/actuator/prometheus").header("Authorization", "Bearer stub-admin")))
                .isEqualTo(401);
    }

    private int status(HttpRequest.Builder request) throws Exception {
        return script.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void session_reads_with_its_own_token_and_writes_only_with_the_csrf_token() throws Exception {
        String page = browser.send(to("/classes").build(), HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher token =
                Pattern.compile("X-CSRF-TOKEN&quot;:&quot;([^&]+)&quot;").matcher(page);
        assertThat(token.find()).as(page).isTrue();

        assertThat(browser.send(to("/api/reporting/v1/me").build(), HttpResponse.BodyHandlers.ofString())
                        .body())
                .contains("Ms. Okafor");
        assertThat(browser.send(start().build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.send(
                                start().header("X-CSRF-TOKEN", token.group(1)).build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void events_come_through_one_by_one() throws Exception {
        HttpResponse<InputStream> stream = script.send(
                to("/api/reporting/v1/stream")
                        .header("Authorization", "Bearer stub-teacher")
                        .header("Accept", "text/event-stream")
                        .timeout(Duration.ofSeconds(10))
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo(": hello");
            DISTRICT.changed("class", "c_math8");
            String line = lines.readLine();
            while (!line.startsWith("data:")) {
                line = lines.readLine();
            }
            assertThat(line).startsWith("data: {\"kind\":\"class\",\"id\":\"c_math8\"");
        }
    }

    @Test
    void service_that_cannot_be_reached_is_a_problem_that_names_it() throws Exception {
        DISTRICT.down("roster");
        HttpResponse<String> answer = script.send(
                to("/api/roster/v1/students")
                        .header("Authorization", "Bearer stub-admin")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }

    @Test
    void pages_carry_a_strict_policy_and_a_hardened_cookie() throws Exception {
        HttpResponse<String> answer =
                script.send(to("/oauth2/authorization/pacelight").build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("pacelight=")
                .contains("HttpOnly", "SameSite=Lax");
        HttpResponse<String> page = script.send(to("/").build(), HttpResponse.BodyHandlers.ofString());
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.body())
                .doesNotContain(" style=")
                .doesNotContain("<style")
                .doesNotContain(" onclick=");
    }

    @Test
    void scripts_of_a_page_are_small() throws Exception {
        String page = script.send(to("/").build(), HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher scripts = Pattern.compile("src=\"([^\"]+\\.js)\"").matcher(page);
        long bytes = 0;
        int count = 0;
        while (scripts.find()) {
            bytes += script.send(
                            to(scripts.group(1))
                                    .header("Accept-Encoding", "gzip")
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body()
                    .length;
            count++;
        }
        assertThat(count).isEqualTo(3);
        assertThat(bytes).isLessThan(350 * 1024);
    }

    private HttpRequest.Builder start() {
        return to("/api/intervention/v1/conferences/t1/start").POST(HttpRequest.BodyPublishers.ofString("{}"));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(at(path)));
    }
}
