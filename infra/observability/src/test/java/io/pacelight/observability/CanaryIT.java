package io.pacelight.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pacelight.canary.Canary;
import io.pacelight.kit.testing.Eventually;
import io.pacelight.local.LocalDistrict;
import io.pacelight.local.demo.Api;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The canary in a live district: it measures, and nothing of it is in the district's numbers. */
class CanaryIT {
    private static final String SHADOW = "demo-canary";

    @Test
    void it_measures_through_the_front_door_and_leaves_no_trace_in_the_real_district() {
        LocalDistrict real = LiveDistrict.district();
        String reports = "/api/reporting/v1/districts/" + LocalDistrict.DISTRICT;
        JsonNode before = LiveDistrict.as("admin").get(reports);
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        Canary canary =
                Canary.at(real.address(), SHADOW, () -> real.token("admin", SHADOW), Duration.ofSeconds(60), registry);
        canary.round();
        canary.round();
        assertThat(registry.get("pacelight.canary.freshness").timer().count()).isEqualTo(2);
        assertThat(registry.get("pacelight.canary.failed").counter().count()).isZero();
        Api shadow = new Api(real.address(), () -> real.token("admin", SHADOW));
        assertThat(shadow.get("/api/reporting/v1/districts/" + SHADOW)
                        .get("students")
                        .asInt())
                .as("it is a district of its own")
                .isEqualTo(366);
        JsonNode after = LiveDistrict.as("admin").get(reports);
        assertThat(after.get("students")).isEqualTo(before.get("students"));
        assertThat(after.get("schools").toString()).doesNotContain("Canary");
        assertThat(after.get("masteryByCompetency").toString()).doesNotContain("CANARY");
        Eventually.holds(() -> {
            Exposition live = new Exposition(LiveDistrict.scraped().values());
            assertThat(live.max("pacelight_ledger_attempts", "stage", "recorded")
                            - live.max("pacelight_ledger_attempts", "stage", "applied"))
                    .as("the ledger counts it on both sides")
                    .isZero();
        });
    }
}
