package io.pacelight.progression.domain.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.progression.domain.map.StudentMap.Row;
import io.pacelight.progression.domain.mastery.CompetencyUnlocked;
import io.pacelight.progression.domain.mastery.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StudentMapTest {
    /** counting → adding → multiplying ← shapes */
    private static final Prerequisites PREREQUISITES = new Prerequisites(
            Map.of("adding", List.of("counting"), "multiplying", List.of("adding", "shapes"), "shapes", List.of()));

    private static Row met(String competency, long sequence) {
        return new Row(competency, sequence, true);
    }

    private static Row unmet(String competency, long sequence) {
        return new Row(competency, sequence, false);
    }

    private static StudentMap after(StudentMap map, Row... rows) {
        return StudentMapDecider.absorb(map, List.of(rows), PREREQUISITES).map();
    }

    @Test
    void what_has_all_its_prerequisites_met_is_unlocked() {
        StudentMapDecider.Decision first =
                StudentMapDecider.absorb(StudentMap.EMPTY, List.of(met("adding", 1)), PREREQUISITES);
        assertThat(first.events()).isEmpty();
        StudentMapDecider.Decision second =
                StudentMapDecider.absorb(first.map(), List.of(met("shapes", 1)), PREREQUISITES);
        assertThat(second.events()).containsExactly(new CompetencyUnlocked("multiplying", List.of("adding", "shapes")));
        assertThat(second.map().unlocked()).containsExactly("multiplying");
    }

    @Test
    void a_competency_without_evidence_is_locked_or_ready() {
        assertThat(StudentMap.EMPTY.statusWithoutEvidence("counting", PREREQUISITES))
                .isEqualTo(Status.READY);
        assertThat(StudentMap.EMPTY.statusWithoutEvidence("adding", PREREQUISITES))
                .isEqualTo(Status.LOCKED);
        assertThat(after(StudentMap.EMPTY, met("counting", 1)).statusWithoutEvidence("adding", PREREQUISITES))
                .isEqualTo(Status.READY);
    }

    @Test
    void a_repeated_row_unlocks_nothing_again_and_an_older_one_changes_nothing() {
        StudentMap map = after(StudentMap.EMPTY, met("counting", 5));
        assertThat(StudentMapDecider.absorb(map, List.of(met("counting", 5)), PREREQUISITES)
                        .events())
                .isEmpty();
        assertThat(after(map, unmet("counting", 4))).isEqualTo(map);
    }

    @Test
    void a_correction_closes_silently_and_the_next_mastery_opens_again() {
        StudentMap map = after(StudentMap.EMPTY, met("counting", 1));
        StudentMapDecider.Decision closed = StudentMapDecider.absorb(map, List.of(unmet("counting", 2)), PREREQUISITES);
        assertThat(closed.events()).isEmpty();
        assertThat(closed.map().unlocked()).isEmpty();
        assertThat(StudentMapDecider.absorb(closed.map(), List.of(met("counting", 3)), PREREQUISITES)
                        .events())
                .containsExactly(new CompetencyUnlocked("adding", List.of("counting")));
    }

    @Test
    void changed_prerequisites_are_looked_at_again() {
        StudentMap map = after(StudentMap.EMPTY, met("counting", 1));
        Prerequisites changed = new Prerequisites(Map.of("multiplying", List.of("counting")));
        StudentMapDecider.Decision decision = StudentMapDecider.recompute(map, changed);
        assertThat(decision.events()).containsExactly(new CompetencyUnlocked("multiplying", List.of("counting")));
        assertThat(decision.map().unlocked()).containsExactly("multiplying");
        assertThat(StudentMapDecider.recompute(decision.map(), Prerequisites.NONE)
                        .map()
                        .unlocked())
                .isEmpty();
    }

    @Test
    void any_order_of_rows_gives_the_same_map() {
        List<Row> rows = List.of(
                met("counting", 1),
                unmet("counting", 2),
                met("counting", 3),
                met("adding", 1),
                met("shapes", 7),
                unmet("adding", 2),
                met("adding", 4));
        StudentMap expected = after(StudentMap.EMPTY, rows.toArray(Row[]::new));
        assertThat(expected.unlocked()).containsExactlyInAnyOrder("adding", "multiplying");
        long seed = 471;
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            List<Row> shuffled = new ArrayList<>(rows);
            shuffled.addAll(rows.subList(0, 3));
            Collections.shuffle(shuffled, random);
            StudentMap map = StudentMap.EMPTY;
            for (Row row : shuffled) {
                map = after(map, row);
            }
            assertThat(map).as("seed %d, round %d", seed, round).isEqualTo(expected);
        }
    }
}
