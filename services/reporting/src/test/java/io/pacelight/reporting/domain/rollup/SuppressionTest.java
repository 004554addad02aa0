package io.pacelight.reporting.domain.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SuppressionTest {
    @Test
    void cells_under_ten_are_hidden_and_empty_ones_are_not() {
        assertThat(Suppression.hides(9)).isTrue();
        assertThat(Suppression.hides(10)).isFalse();
        assertThat(Suppression.hides(0)).isFalse();
    }

    @Test
    void nothing_is_hidden_where_nothing_is_small() {
        assertThat(Suppression.hidden(Map.of("a", 10, "b", 0, "c", 400))).isEmpty();
    }

    @Test
    void one_hidden_cell_takes_the_smallest_of_the_others_with_it() {
        assertThat(Suppression.hidden(Map.of("a", 3, "b", 40, "c", 12))).isEqualTo(Set.of("a", "c"));
    }

    @Test
    void hidden_cells_with_fewer_than_ten_students_together_take_another_with_them() {
        assertThat(Suppression.hidden(Map.of("a", 3, "b", 4, "c", 12, "d", 30))).isEqualTo(Set.of("a", "b", "c"));
        assertThat(Suppression.hidden(Map.of("a", 6, "b", 4, "c", 12, "d", 30))).isEqualTo(Set.of("a", "b"));
    }

    @Test
    void a_hidden_cell_can_never_be_had_by_subtraction() {
        for (long seed = 1; seed <= 500; seed++) {
            Random random = new Random(seed);
            Map<String, Integer> cells = new HashMap<>();
            for (int i = 0; i < 2 + random.nextInt(8); i++) cells.put("c" + i, random.nextInt(40));
            Set<String> hidden = Suppression.hidden(cells);
            int left = hidden.stream().mapToInt(cells::get).sum();
            boolean allHidden =
                    cells.entrySet().stream().allMatch(cell -> cell.getValue() == 0 || hidden.contains(cell.getKey()));
            assertThat(hidden.isEmpty() || allHidden || (hidden.size() >= 2 && left >= 10))
                    .as("seed %d: %s of %s", seed, hidden, cells)
                    .isTrue();
            assertThat(cells.entrySet())
                    .as("seed %d", seed)
                    .allMatch(cell -> !Suppression.hides(cell.getValue()) || hidden.contains(cell.getKey()));
        }
    }
}
