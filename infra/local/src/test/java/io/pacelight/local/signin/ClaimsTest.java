package io.pacelight.local.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimsTest {
    @Test
    void only_the_data_desk_is_in_a_group() {
        assertThat(Claims.of("admin", "Data desk", "demo"))
                .containsEntry("district", "demo")
                .containsEntry("groups", List.of("pacelight-data-desk"));
        assertThat(Claims.of("okafor", "Ms. Okafor", "demo")).containsEntry("groups", List.of());
    }

    @Test
    void the_canary_is_the_data_desk_of_its_shadow_district_and_nobody_in_the_real_one() {
        assertThat(Claims.ofCanary("pacelight-canary", "demo"))
                .containsEntry("preferred_username", "pacelight-canary")
                .containsEntry("district", "demo-canary")
                .containsEntry("groups", List.of("pacelight-data-desk"));
    }
}
