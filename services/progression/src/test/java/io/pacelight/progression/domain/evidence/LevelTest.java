package io.pacelight.progression.domain.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LevelTest {
    @Test
    void rounds_half_up_to_two_decimals() {
        assertThat(Level.of("4.125").toDecimal()).isEqualByComparingTo("4.13");
        assertThat(Level.of("4.124999").toDecimal()).isEqualByComparingTo("4.12");
        assertThat(Level.of("0.005").toDecimal()).isEqualByComparingTo("0.01");
        assertThat(Level.of("3")).hasToString("3.00");
    }

    @Test
    void a_share_is_rounded_exactly() {
        assertThat(Level.halfUp(Level.of(33).millionths(), 8)).isEqualTo(Level.of("4.13"));
        assertThat(Level.halfUp(Level.of(8).millionths(), 3)).isEqualTo(Level.of("2.67"));
        assertThat(Level.halfUp(Level.of(7).millionths(), 3)).isEqualTo(Level.of("2.33"));
    }

    @Test
    void what_shows_as_the_goal_reaches_it() {
        assertThat(Level.of("2.995").reaches(Level.of(3))).isTrue();
        assertThat(Level.of("2.994999").reaches(Level.of(3))).isFalse();
    }

    @Test
    void a_level_below_nothing_is_refused() {
        assertThatThrownBy(() -> Level.of("-0.5"))
                .hasMessage("A level lies between 0 and 1000, but this one is -0.500000");
    }
}
