package io.pacelight.assessment.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowProblemTest {
    private static Batch.RowProblem of(String column, String message) {
        return new Batch.RowProblem(1, column, "unknown-student", message);
    }

    @Test
    void what_a_row_has_in_its_cells_makes_no_problem_too_long_to_be_kept() {
        Batch.RowProblem problem = of("c".repeat(60_000), "No student '" + "s".repeat(60_000) + "'");
        assertThat(problem.column()).hasSize(200);
        assertThat(problem.message())
                .hasSize(1_000)
                .startsWith("No student 'sss")
                .endsWith("s…");
    }

    @Test
    void no_character_is_cut_in_two() {
        assertThat(of("level", "a".repeat(998) + "😀 and more").message()).isEqualTo("a".repeat(998) + "…");
    }

    @Test
    void what_is_short_stays_as_it_is() {
        assertThat(of("level", "a".repeat(1_000)).message()).isEqualTo("a".repeat(1_000));
    }
}
