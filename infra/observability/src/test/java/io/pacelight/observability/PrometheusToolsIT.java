package io.pacelight.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.testing.LeftOut;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Prometheus' own tools on what Prometheus is given. They are looked for in PACELIGHT_PROMTOOL and PACELIGHT_AMTOOL, then
 * on the PATH. Without them these tests are left out and say so; with {@code CI=true} they fail.
 */
class PrometheusToolsIT {
    private record Outcome(int exit, String output) {}

    @Test
    void the_rules_are_well_formed_and_fire_when_they_should_and_only_then() {
        Path promtool = tool("promtool", "PACELIGHT_PROMTOOL");
        assertGood(promtool, concat("check rules --lint=all --lint-fatal", "prometheus/rules"));
        assertGood(promtool, concat("test rules", "prometheus/tests"));
    }

    @Test
    void a_rule_that_is_broken_is_found(@TempDir Path scratch) throws IOException {
        Path promtool = tool("promtool", "PACELIGHT_PROMTOOL");
        Path broken = scratch.resolve("broken.yml");
        Files.writeString(broken, "groups: [{name: g, rules: [{alert: A, expr: 'sum(up'}]}]");
        assertThat(run(promtool, List.of("check", "rules", broken.toString())).exit())
                .isNotZero();
    }

    @Test
    void prometheus_accepts_its_configuration(@TempDir Path scratch) throws IOException {
        Path promtool = tool("promtool", "PACELIGHT_PROMTOOL");
        String mounted = Observability.text(Observability.HOME.resolve("prometheus/prometheus.yml"))
                .replace("/etc/prometheus/rules", Observability.HOME + "/prometheus/rules");
        Path config = Files.writeString(scratch.resolve("prometheus.yml"), mounted);
        assertGood(promtool, List.of("check", "config", config.toString()));
    }

    @Test
    void alertmanager_accepts_its_configuration_and_routes_by_severity() {
        Path amtool = tool("amtool", "PACELIGHT_AMTOOL");
        assertGood(amtool, List.of("check-config", "alertmanager/alertmanager.yml"));
        assertThat(routed(amtool, "page")).isEqualTo("pages");
        assertThat(routed(amtool, "ticket")).isEqualTo("tickets");
    }

    private static String routed(Path amtool, String severity) {
        Outcome outcome = run(
                amtool,
                List.of(
                        "config",
                        "routes",
                        "test",
                        "--config.file=alertmanager/alertmanager.yml",
                        "severity=" + severity));
        assertThat(outcome.exit()).as(outcome.output()).isZero();
        // the last line; a warning may stand before it
        return outcome.output().strip().lines().reduce((one, next) -> next).orElseThrow();
    }

    private static void assertGood(Path tool, List<String> arguments) {
        Outcome outcome = run(tool, arguments);
        assertThat(outcome.exit()).as(outcome.output()).isZero();
    }

    private static List<String> concat(String words, String folder) {
        List<String> arguments = new ArrayList<>(List.of(words.split(" ")));
        Observability.files(folder, ".yml").forEach(file -> arguments.add(file.toString()));
        return arguments;
    }

    private static Outcome run(Path tool, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(tool.toString()));
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Observability.HOME.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException e) {
            throw new AssertionError(tool + " does not run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Path tool(String name, String variable) {
        String named = System.getenv(variable);
        Optional<Path> found = named != null
                ? Optional.of(Path.of(named))
                : Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                        .map(folder -> Path.of(folder, name))
                        .filter(Files::isExecutable)
                        .findFirst();
        if (found.isPresent()) return found.get();
        throw LeftOut.because(
                "checks of the Prometheus rules",
                "There is no " + name + ": install Prometheus' tools, or name it in " + variable + ".");
    }
}
