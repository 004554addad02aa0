package io.pacelight.faults.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The process suite in the form that every build runs; {@code infra/faults/run} is the whole of it. */
class ProcessSuiteIT {
    @Test
    void nothing_is_lost_nothing_is_there_twice_and_every_number_is_right() {
        Path target = Path.of("target").toAbsolutePath();
        assertThat(Main.run(Options.brief(), null, target, "report-brief"))
                .as("what did not hold; see report-brief.txt and process-suite/log in %s", target)
                .isEmpty();
    }
}
