package io.pacelight.progression.domain.evidence;

import static io.pacelight.progression.domain.evidence.Shown.points;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
    private final Scale scale = Scale.DEFAULT;

    @ParameterizedTest
    @CsvSource({
        "0, 10, 1",
        "5.99, 10, 1",
        "6, 10, 2",
        "7.99, 10, 2",
        "8, 10, 3",
        "18.99, 20, 3",
        "19, 20, 4",
        "1, 1, 4",
        "1.5, 1.5, 4",
        "12, 10, 4",
        "0.1, 0.3, 1",
        "0.6, 1, 2"
    })
    void cut_scores_make_a_level_of_points(String score, String max, int level) {
        assertThat(scale.levelOf(points(score, max))).isEqualTo(Level.of(level));
    }

    @Test
    void two_of_five_on_a_four_point_scale_is_one_point_six() {
        assertThat(scale.levelOf(new Score.OnScaleTo(BigDecimal.valueOf(2), BigDecimal.valueOf(5))))
                .isEqualTo(Level.of("1.6"));
    }

    @Test
    void a_rubric_gives_a_level_directly() {
        assertThat(scale.levelOf(Shown.rubric("2.5"))).isEqualTo(Level.of("2.5"));
    }

    @Test
    void mastery_is_one_step_and_the_one_below_is_told() {
        assertThat(scale.goal()).isEqualTo("3 (Mastery)");
        assertThat(scale.belowMastery()).isEqualTo(Level.of(2));
        assertThat(scale.stepOf(Level.of("2.99")).label()).isEqualTo("Approaching");
    }

    @ParameterizedTest
    @CsvSource({
        "0.8, EMERGING",
        "1, EMERGING",
        "1.99, EMERGING",
        "2, APPROACHING",
        "2.99, APPROACHING",
        "3, MASTERY",
        "3.99, MASTERY",
        "4, EXCEEDS"
    })
    void bands_hold_for_decimals(String level, State state) {
        assertThat(scale.stateOf(Level.of(level))).isEqualTo(state);
    }

    @Test
    void what_is_no_scale_is_refused_with_the_reason() {
        List<Scale.Step> steps = List.of(new Scale.Step(Level.of(0), "none"), new Scale.Step(Level.of(1), "yes"));
        assertThatThrownBy(() -> new Scale(steps.subList(0, 1), Level.of(0), List.of()))
                .hasMessageContaining("at least two levels");
        assertThatThrownBy(() -> new Scale(steps.reversed(), Level.of(1), List.of()))
                .hasMessage("The levels of a scale ascend, but none (0.00) does not lie above yes");
        assertThatThrownBy(() -> new Scale(steps, Level.of(0), List.of()))
                .hasMessageContaining("not one of the scale's levels above the first");
        assertThatThrownBy(() -> new Scale(steps, Level.of(1), List.of(BigDecimal.TEN)))
                .hasMessage("A scale of 2 levels has 0 cut scores, but there are 1");
        assertThatThrownBy(() -> new Scale(
                        scale.steps(),
                        Level.of(3),
                        List.of(BigDecimal.valueOf(60), BigDecimal.valueOf(60), BigDecimal.valueOf(95))))
                .hasMessage("Cut scores ascend, but 60 is followed by 60");
    }

    @Test
    void impossible_scores_are_refused_with_the_reason() {
        assertThatThrownBy(() -> points("-1", "5")).hasMessage("A score is not negative, but this one is -1");
        assertThatThrownBy(() -> points("1", "0"))
                .hasMessage("The maximum of a score is more than 0, but this one is 0");
        assertThatThrownBy(() -> new Score.OnScaleTo(BigDecimal.valueOf(6), BigDecimal.valueOf(5)))
                .hasMessageContaining("6 of 5 does not");
    }
}
