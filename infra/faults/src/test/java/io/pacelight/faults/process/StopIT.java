package io.pacelight.faults.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StopIT {
    private static final Path TARGET = Path.of("target", "stopped").toAbsolutePath();

    @Test
    void a_suite_that_is_asked_to_stop_leaves_no_process_and_no_disk() {
        Jvm suite = Jvm.start(
                "suite",
                Main.class,
                List.of("-Dpacelight.faults.target=" + TARGET),
                List.of("--only", "disk", "--attempts", "1000"),
                Map.of(),
                TARGET.resolve("suite.log"));
        // store, broker and a first service; where this process may mount, the two have disks of their own
        Pause.until(
                "its processes run",
                Duration.ofMinutes(5),
                () -> !suite.alive() || processes(suite).size() >= 3);
        assertThat(suite.alive()).as("see suite.log in %s", TARGET).isTrue();
        List<ProcessHandle> processes = processes(suite);

        suite.stop();

        Pause.until(
                "its processes are gone",
                Duration.ofMinutes(1),
                () -> processes.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(Disk.isMounted(TARGET.resolve("process-suite/store"))).isFalse();
        assertThat(Disk.isMounted(TARGET.resolve("process-suite/broker"))).isFalse();
    }

    private static List<ProcessHandle> processes(Jvm suite) {
        return ProcessHandle.of(suite.pid()).stream()
                .flatMap(ProcessHandle::children)
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .toList();
    }
}
