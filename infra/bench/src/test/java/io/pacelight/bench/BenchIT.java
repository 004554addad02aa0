package io.pacelight.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.bench.lane.Measured;
import io.pacelight.bench.report.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every lane runs to its end on a small district, and the report has their ratios; never a speed is asserted. */
class BenchIT {
    @Test
    void a_short_run_measures_every_lane_and_writes_the_report(@TempDir Path dir) throws Exception {
        Options options = Options.smoke(dir);

        Report report = Main.run(options);

        assertThat(report.failures()).isEmpty();
        assertThat(report.lanes())
                .extracting(Measured::lane)
                .containsExactlyInAnyOrder(
                        "pipeline",
                        "consume",
                        "decode",
                        "raw-writes",
                        "streams",
                        "progression",
                        "intervention",
                        "reporting");
        assertThat(report.lanes()).allSatisfy(lane -> {
            assertThat(lane.attempts()).isEqualTo(options.measured());
            assertThat(lane.perSecond()).isPositive();
            assertThat(lane.cpuMicrosEach()).isPositive();
        });
        assertThat(report.ratio("progression", "raw-writes"))
                .hasValueSatisfying(ratio -> assertThat(ratio).isPositive());
        assertThat(report.ratio("progression", "streams"))
                .hasValueSatisfying(ratio -> assertThat(ratio).isPositive());
        assertThat(report.latencies()).singleElement().satisfies(latency -> {
            assertThat(latency.attempts()).isPositive();
            assertThat(latency.unseen()).isZero();
            assertThat(latency.pages()).isPositive();
        });
        assertThat(Files.readString(dir.resolve("report.md"))).contains("progression against the raw writes");
        assertThat(dir.resolve("report.json")).isNotEmptyFile();
        assertThat(dir.resolve("lanes.svg")).isNotEmptyFile();
    }
}
