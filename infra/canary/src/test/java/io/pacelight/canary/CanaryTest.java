package io.pacelight.canary;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

class CanaryTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Paper door = new Paper();
    private final Canary canary = new Canary("d-canary", door, Duration.ofMillis(200), registry);

    /** Answers as the district would: the roster after its import, a judgement the second time that it is asked for. */
    private static final class Paper implements FrontDoor {
        private final List<String> asked = new ArrayList<>();
        private boolean imported;
        private boolean refuses;
        private boolean blind;
        private @Nullable String attempt;
        private int looks;

        @Override
        public JsonNode get(String path) {
            asked.add("GET " + path.replaceAll("canary-\\d{3}", "canary-NNN"));
            if (path.startsWith("/api/roster"))
                return imported ? JsonMapper.shared().readTree("{\"id\":\"stu_1\"}") : MissingNode.getInstance();
            boolean judged = attempt != null && !blind && ++looks > 1;
            return JsonMapper.shared()
                    .readTree("{\"competencies\":[{\"code\":\"CANARY.1\",\"attempts\":" + (judged ? 1 : 0)
                            + ",\"evidence\":[{\"attemptId\":\"" + attempt + "\"}]}]}");
        }

        @Override
        public JsonNode post(String path, String contentType, byte[] body, String idempotencyKey) {
            asked.add("POST " + path);
            if (path.startsWith("/api/assessment")) {
                if (refuses) throw new Failed("status 503 from " + path);
                JsonNode sent = JsonMapper.shared().readTree(body);
                assertThat(sent.get("student").asString()).isEqualTo("stu_1");
                attempt = sent.get("attemptId").asString();
            }
            return JsonMapper.shared().readTree("{}");
        }

        @Override
        public JsonNode upload(String path, String fileName, byte[] file) {
            asked.add("UPLOAD " + path);
            imported = true;
            return MissingNode.getInstance();
        }
    }

    private double failed() {
        return registry.get("pacelight.canary.failed")
                .tag("district", "d-canary")
                .counter()
                .count();
    }

    private long measured() {
        return registry.get("pacelight.canary.freshness")
                .tag("district", "d-canary")
                .timer()
                .count();
    }

    @Test
    void the_first_round_imports_the_shadow_district_and_measures_until_the_attempt_is_judged() {
        canary.round();
        assertThat(door.asked)
                .containsExactly(
                        "GET /api/roster/v1/students?sourcedId=canary-NNN",
                        "UPLOAD /api/roster/v1/imports",
                        "POST /api/roster/v1/competencies",
                        "GET /api/roster/v1/students?sourcedId=canary-NNN",
                        "GET /api/roster/v1/students?sourcedId=canary-NNN",
                        "GET /api/reporting/v1/students/stu_1",
                        "POST /api/assessment/v1/attempts",
                        "GET /api/reporting/v1/students/stu_1",
                        "GET /api/reporting/v1/students/stu_1");
        assertThat(measured()).isEqualTo(1);
        assertThat(failed()).isZero();

        door.asked.clear();
        door.attempt = null;
        door.looks = 0;
        canary.round();
        assertThat(door.asked).doesNotContain("UPLOAD /api/roster/v1/imports");
        assertThat(measured()).isEqualTo(2);
    }

    @Test
    void an_attempt_that_is_refused_or_stays_unseen_is_counted_and_not_measured() {
        door.imported = true;
        door.refuses = true;
        canary.round();
        assertThat(failed()).isEqualTo(1);
        door.refuses = false;
        door.blind = true;
        canary.round();
        assertThat(failed()).isEqualTo(2);
        assertThat(measured()).isZero();
    }

    @Test
    void its_students_are_marked_as_synthetic_and_are_in_no_class() {
        String zip = new String(ShadowRoster.oneRoster(), StandardCharsets.ISO_8859_1);
        assertThat(zip).contains("users.csv", "roles.csv", "orgs.csv").doesNotContain("enrollments.csv", "classes.csv");
    }
}
