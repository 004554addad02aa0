package io.pacelight.progression.domain.mastery;

import static io.pacelight.progression.domain.evidence.Shown.attempt;
import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.progression.domain.evidence.Level;
import io.pacelight.progression.domain.evidence.Shown;
import org.junit.jupiter.api.Test;

class StruggleTest {
    private static Struggle of(int... levels) {
        return Struggle.of(Shown.evidence(levels), Level.of(3));
    }

    @Test
    void three_in_a_row_by_the_tenth_attempt_is_mastered() {
        assertThat(of(3, 3, 3)).isEqualTo(Struggle.MASTERED);
        assertThat(of(1, 1, 1, 1, 1, 1, 1, 3, 3, 3)).isEqualTo(Struggle.MASTERED);
        assertThat(of(3, 4, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1)).isEqualTo(Struggle.MASTERED);
    }

    @Test
    void ten_attempts_without_three_in_a_row_by_the_tenth_is_wheel_spinning() {
        assertThat(of(3, 3, 1, 3, 3, 1, 3, 3, 1, 3)).isEqualTo(Struggle.WHEEL_SPINNING);
        assertThat(of(1, 1, 1, 1, 1, 1, 1, 1, 3, 3, 3)).isEqualTo(Struggle.WHEEL_SPINNING);
    }

    @Test
    void fewer_than_ten_is_too_early_to_tell() {
        assertThat(of()).isEqualTo(Struggle.INDETERMINATE);
        assertThat(of(1, 1, 1, 1, 1, 1, 1, 3, 3)).isEqualTo(Struggle.INDETERMINATE);
    }

    @Test
    void an_assisted_attempt_counts_and_neither_makes_nor_breaks_a_row() {
        assertThat(Struggle.of(
                        Shown.evidence(
                                attempt("a").ordinal(1),
                                attempt("b").ordinal(2).withHelp().level(1),
                                attempt("c").ordinal(3),
                                attempt("d").ordinal(4)),
                        Level.of(3)))
                .isEqualTo(Struggle.MASTERED);
        assertThat(Struggle.of(
                        Shown.evidence(
                                attempt("a").ordinal(1),
                                attempt("b").ordinal(2).withHelp(),
                                attempt("c").ordinal(3)),
                        Level.of(3)))
                .isEqualTo(Struggle.INDETERMINATE);
    }
}
