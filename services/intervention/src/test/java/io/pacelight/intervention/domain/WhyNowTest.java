package io.pacelight.intervention.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WhyNowTest {
    @Test
    void hours_are_rounded_to_the_nearest_tenth() {
        assertThat(WhyNow.hours(Duration.ofMinutes(2_000))).isEqualTo("33.3 class hours");
        assertThat(WhyNow.hours(Duration.ofMinutes(89))).isEqualTo("89 class minutes");
        assertThat(WhyNow.hours(Duration.ofMinutes(90))).isEqualTo("1.5 class hours");
        assertThat(WhyNow.hours(Duration.ofMinutes(100))).isEqualTo("1.7 class hours");
        assertThat(WhyNow.hours(Duration.ofMinutes(118))).isEqualTo("2 class hours");
        assertThat(WhyNow.hours(Duration.ofMinutes(1_440))).isEqualTo("24 class hours");
    }
}
