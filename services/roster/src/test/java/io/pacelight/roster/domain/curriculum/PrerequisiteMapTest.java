package io.pacelight.roster.domain.curriculum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PrerequisiteMapTest {

    @Test
    void a_circle_is_spelled_out_in_the_direction_of_learning() {
        PrerequisiteMap map = new PrerequisiteMap();
        map.put("B", Set.of("A"));
        map.put("C", Set.of("B"));
        map.put("A", Set.of("C"));
        map.put("D", Set.of("A", "B"));
        assertThat(map.findCircle()).contains(List.of("A", "B", "C", "A"));
    }

    @Test
    void a_competency_before_itself_is_a_circle() {
        PrerequisiteMap map = new PrerequisiteMap();
        map.put("A", Set.of("A"));
        assertThat(map.findCircle()).contains(List.of("A", "A"));
    }

    @Test
    void a_chain_of_any_length_is_walked() {
        PrerequisiteMap map = new PrerequisiteMap();
        for (int i = 1; i < 20_000; i++) {
            map.put("c%06d".formatted(i), Set.of("c%06d".formatted(i - 1)));
        }
        assertThat(map.findCircle()).isEmpty();
        map.put("c000000", Set.of("c019999"));
        assertThat(map.findCircle().orElseThrow()).hasSize(20_001);
    }

    @Test
    void edges_that_only_point_forward_never_make_a_circle_and_every_found_circle_is_one() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            PrerequisiteMap map = new PrerequisiteMap();
            for (int to = 1; to < 30; to++) {
                map.put("c%02d".formatted(to), Set.of("c%02d".formatted(random.nextInt(to))));
            }
            assertThat(map.findCircle()).as("seed " + seed).isEmpty();
            map.put("c00", Set.of("c%02d".formatted(1 + random.nextInt(29))));
            map.findCircle().ifPresent(circle -> {
                assertThat(circle.getFirst()).isEqualTo(circle.getLast());
                for (int i = 0; i + 1 < circle.size(); i++) {
                    assertThat(map.requiredBy(circle.get(i + 1))).contains(circle.get(i));
                }
            });
        }
    }
}
