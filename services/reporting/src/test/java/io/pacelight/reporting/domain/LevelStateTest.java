package io.pacelight.reporting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class LevelStateTest {
    @Test
    void the_state_is_the_highest_step_whose_value_is_reached() {
        assertThat(of("1.99", false, 1)).isEqualTo(LevelState.EMERGING);
        assertThat(of("2", false, 1)).isEqualTo(LevelState.APPROACHING);
        assertThat(of("3.75", true, 4)).isEqualTo(LevelState.MASTERY);
        assertThat(of("4", true, 4)).isEqualTo(LevelState.EXCEEDS);
    }

    @Test
    void without_attempts_there_is_no_state_and_before_the_policy_is_met_no_mastery() {
        assertThat(of("0", false, 0)).isEqualTo(LevelState.NONE);
        assertThat(of("4", false, 1)).isEqualTo(LevelState.APPROACHING);
    }

    @Test
    void progress_shows_while_more_than_one_chance_is_needed() {
        assertThat(competence("2", false, 3, 1, 2).progress()).isEqualTo("1 of 2");
        assertThat(competence("3", true, 3, 2, 2).progress()).isNull();
        assertThat(competence("2", false, 3, 0, 1).progress()).isNull();
    }

    private static LevelState of(String shown, boolean mastered, int attempts) {
        return LevelState.of(competence(shown, mastered, attempts, 0, 2));
    }

    private static Competence competence(String shown, boolean mastered, int attempts, int had, int needed) {
        return new Competence(
                new BigDecimal(shown),
                new BigDecimal(shown),
                mastered,
                null,
                attempts,
                had,
                needed,
                List.of(),
                Struggle.INDETERMINATE,
                null,
                false,
                1);
    }
}
