package io.pacelight.roster.domain.oneroster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeenIdsTest {

    @Test
    void remembers_the_row_of_each_of_many_ids() {
        SeenIds ids = new SeenIds();
        for (int i = 1; i <= 20_000; i++) {
            assertThat(ids.put("E-" + i, i)).isZero();
        }
        assertThat(ids.size()).isEqualTo(20_000);
        for (int i = 1; i <= 20_000; i++) {
            assertThat(ids.rowOf("E-" + i)).isEqualTo(i);
        }
        assertThat(ids.put("E-7", 9)).isEqualTo(7);
        assertThat(ids.has("E-20001")).isFalse();
        assertThat(ids.rowOf("E-20001")).isZero();
    }

    @Test
    void ids_that_look_alike_have_different_hashes() {
        Set<Long> hashes = new HashSet<>();
        for (int i = 0; i < 300; i++) {
            for (int j = 0; j < 300; j++) {
                hashes.add(SeenIds.hash("E-K" + i + "-S-" + j));
            }
        }
        assertThat(hashes).hasSize(90_000);
    }

    @Test
    void instants_with_and_without_an_offset_are_read() {
        assertThat(Cells.instant("2022-01-10T06:00:00.000Z")).hasToString("Optional[2022-01-10T06:00:00Z]");
        assertThat(Cells.instant("2022-01-10T06:00:00-06:00")).hasToString("Optional[2022-01-10T12:00:00Z]");
        assertThat(Cells.instant("2022-01-10T06:00:00")).hasToString("Optional[2022-01-10T06:00:00Z]");
        assertThat(Cells.instant("2022-01-10")).isEmpty();
    }
}
