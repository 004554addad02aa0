package io.pacelight.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.bench.JvmThreads.Work;
import io.pacelight.bench.lane.Measured;
import io.pacelight.bench.report.Picture;
import io.pacelight.bench.report.Report;
import io.pacelight.bench.report.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static Measured measured(String lane, double seconds) {
        return new Measured(lane, 1_000, seconds, seconds * 2, 100, Map.of());
    }

    private static Report report(Measured... lanes) {
        return new Report(
                "", Map.of(), Map.of(), List.of(lanes), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    @Test
    void the_median_of_a_lanes_runs_counts_and_ratios_are_of_medians() {
        Report report = report(
                measured("raw-writes", 1),
                measured("progression", 2),
                measured("raw-writes", 9),
                measured("progression", 5),
                measured("raw-writes", 2),
                measured("progression", 4));

        assertThat(report.medians().get("raw-writes").seconds()).isEqualTo(2);
        assertThat(report.ratio("progression", "raw-writes")).contains(0.5);
        assertThat(report.ratio("progression", "streams")).isEmpty();
    }

    @Test
    void a_target_that_was_missed_is_called_missed() {
        String text = Text.of(report(measured("raw-writes", 6), measured("progression", 10), measured("pipeline", 1)));

        assertThat(text)
                .contains("| progression against the raw writes | ≥ 0.70 | 0.60 | no |")
                .contains("| whole pipeline | ≥ 5,000 attempts/s | 1,000 attempts/s | no |");
    }

    @Test
    void what_a_lane_spent_on_others_work_stands_beside_the_whole_and_beside_its_own() {
        JvmThreads before = new JvmThreads(Map.of(Work.COMPILING, 1.0, Work.COLLECTING, 1.5));
        JvmThreads after = new JvmThreads(Map.of(Work.COMPILING, 3.0, Work.COLLECTING, 2.0, Work.STORING, 0.25));
        Measured median = new Measured("progression", 1_000, 4, 5, 100, after.notesSince(before, 1_000));

        assertThat(Text.of(report(median)))
                .contains("| progression | 250 | 5,000.0 | 2000.0 | 500.0 | 250.0 | 0.0 | 2,250.0 |  | 250 |");
    }

    @Test
    void the_picture_has_a_bar_for_each_lane(@TempDir Path folder) throws IOException {
        Picture.write(report(measured("raw-writes", 6), measured("progression", 10)), folder);

        String svg = Files.readString(folder.resolve("lanes.svg"));
        assertThat(Pattern.compile("fill:rgb\\(47,111,143\\)").matcher(svg).results())
                .hasSize(2);
    }
}
