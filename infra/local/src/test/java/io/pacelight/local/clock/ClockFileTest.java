package io.pacelight.local.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockFileTest {
    private static final Instant START = Instant.parse("2026-10-14T13:00:00Z");

    @TempDir
    Path data;

    @Test
    void nothing_is_known_before_the_first_run() {
        assertThat(ClockFile.read(data.resolve("clock"))).isEmpty();
    }

    @Test
    void a_clean_stop_keeps_the_exact_time() {
        ClockFile.keep(data.resolve("clock"), standing()).close();
        assertThat(ClockFile.read(data.resolve("clock"))).contains(START);
    }

    @Test
    void while_it_runs_the_file_is_ahead_so_that_a_kill_never_takes_time_back() {
        DemoClock clock = standing();
        try (ClockFile file = ClockFile.keep(data.resolve("clock"), clock)) {
            assertThat(file).isNotNull();
            assertThat(ClockFile.read(data.resolve("clock"))).contains(START.plusSeconds(180));
        }
    }

    @Test
    void damage_is_told_with_the_place_and_the_cure() throws IOException {
        Path file = Files.writeString(data.resolve("clock"), "yesterday");
        assertThatThrownBy(() -> ClockFile.read(file))
                .hasMessage("the school clock in %s is unreadable; put an instant such as 2026-10-14T08:00:00Z there"
                        .formatted(file));
    }

    private static DemoClock standing() {
        return new DemoClock(SchoolHours.always(), START, 60, () -> 0);
    }
}
