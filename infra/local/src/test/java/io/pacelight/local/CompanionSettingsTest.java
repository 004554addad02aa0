package io.pacelight.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompanionSettingsTest {
    private final Map<String, String> environment = new HashMap<>(Map.of(
            "PACELIGHT_ISSUER", "http://localhost:8081",
            "PACELIGHT_ADDRESS", "http://localhost:8080",
            "PACELIGHT_PAGES", "http://dashboard:8080",
            "PACELIGHT_OIDC_CLIENT_SECRET", "quite-secret"));

    @Test
    void what_is_not_said_is_as_in_the_local_district() {
        CompanionSettings settings = CompanionSettings.of(environment);
        assertThat(settings.students()).isEqualTo(600);
        assertThat(settings.speed()).isEqualTo(60);
        assertThat(settings.mail()).isNull();
        assertThat(settings.canarySecret()).as("no canary").isNull();
    }

    @Test
    void a_missing_secret_is_named() {
        environment.remove("PACELIGHT_OIDC_CLIENT_SECRET");
        assertThatThrownBy(() -> CompanionSettings.of(environment))
                .isInstanceOf(CannotStart.class)
                .hasMessage("set PACELIGHT_OIDC_CLIENT_SECRET");
    }

    @Test
    void a_size_that_is_no_number_is_refused_with_its_name() {
        environment.put("PACELIGHT_STUDENTS", "many");
        assertThatThrownBy(() -> CompanionSettings.of(environment))
                .hasMessage("PACELIGHT_STUDENTS is a number from 100 to 1000000, not 'many'");
    }

    @Test
    void a_secret_is_not_printed() {
        environment.put("PACELIGHT_CANARY_SECRET", "no-less-secret");
        assertThat(CompanionSettings.of(environment).canarySecret()).isEqualTo("no-less-secret");
        assertThat(CompanionSettings.of(environment).toString()).doesNotContain("quite-secret", "no-less-secret");
    }
}
