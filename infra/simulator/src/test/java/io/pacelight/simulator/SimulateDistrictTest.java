package io.pacelight.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateDistrictTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void writes_everything_into_the_folder(@TempDir Path folder) throws IOException {
        Path district = folder.resolve("district");
        assertThat(run("--students", "100", "--seed", "3", "--out", district.toString(), "--to", "2026-08-28"))
                .isZero();
        try (Stream<Path> files = Files.list(district)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "oneroster.zip",
                            "school-calendar.csv",
                            "bell-schedule.csv",
                            "attendance.csv",
                            "competencies.csv",
                            "prerequisites.csv",
                            "pathways",
                            "pacing-plans",
                            "attempts.csv",
                            "demo-users.json");
        }
        assertThat(district.resolve("pathways/CRS-M7.json")).isRegularFile();
        assertThat(district.resolve("pacing-plans/CLS-0001-M7-01.json")).isRegularFile();
        assertThat(Files.readAllLines(district.resolve("attempts.csv")).getLast())
                .contains(",2026-08-28T");
        assertThat(out.toString(UTF_8)).contains("100 students, 2 schools and 10 classes are in");
    }

    @Test
    void help_names_every_option() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(UTF_8)).contains("--students", "--seed", "--out", "--from", "--to", "--help");
    }

    @Test
    void wrong_options_are_one_clear_line() {
        assertThat(run("--students", "many", "--out", "x")).isEqualTo(2);
        assertThat(run("--colour", "blue")).isEqualTo(2);
        assertThat(run("--out")).isEqualTo(2);
        assertThat(run("--students", "100")).isEqualTo(2);
        assertThat(run("--students", "5", "--out", "x")).isEqualTo(2);
        assertThat(err.toString(UTF_8).lines())
                .containsExactly(
                        "--students can't be 'many'. See --help.",
                        "There is no option --colour. See --help.",
                        "--out needs a value. See --help.",
                        "--out DIR is missing. See --help.",
                        "A district has from 100 to 1000000 students, not 5. See --help.");
    }

    private int run(String... args) {
        return SimulateDistrict.run(
                List.of(args), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }
}
