package io.pacelight.docker;

import io.pacelight.embedded.EmbeddedBroker;
import io.pacelight.embedded.EmbeddedStore;
import io.pacelight.embedded.TopicSpec;
import io.pacelight.kit.stream.TopicPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs a service once while its image is built, for the JVM to remember what a start takes: on a broker and a store that
 * live as long as the rehearsal, until it is ready, then through an orderly stop. A context that is only refreshed would
 * leave out the streams, and would not get that far without a store.
 *
 * <p>Arguments: the command line of the service. It ends with 0 if the service became ready and stopped by itself.
 */
public final class Rehearsal {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Rehearsal() {}

    public static void main(String[] command) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("rehearsal");
        Instant begun = Instant.now();
        try (EmbeddedStore store = EmbeddedStore.start(null, 0);
                EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("broker"), 0)) {
            broker.createTopics(TopicPlan.load().stream()
                    .map(plan -> new TopicSpec(plan.name(), plan.partitions(), plan.configs()))
                    .toList());
            List<String> words = new ArrayList<>(List.of(command));
            ProcessBuilder service = new ProcessBuilder(words).inheritIO();
            service.environment()
                    .putAll(Map.of(
                            "PACELIGHT_KAFKA", broker.bootstrapServers(),
                            "PACELIGHT_MONGO", store.connectionString(),
                            // for the demo's sign-in, which meets nobody here
                            "PACELIGHT_DATA", data.resolve("demo").toString(),
                            "PACELIGHT_ISSUER", "http://localhost:8080",
                            "PACELIGHT_ADDRESS", "http://localhost:8080",
                            "PACELIGHT_PAGES", "http://localhost:8080",
                            "PACELIGHT_OIDC_CLIENT_SECRET", "rehearsal"));
            Process running = service.start();
            if (!ready(running, service.environment())) {
                running.destroyForcibly();
                System.err.println("rehearsal: the service did not become ready");
                System.exit(1);
            }
            long millis = Duration.between(begun, Instant.now()).toMillis();
            running.destroy();
            if (!running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                running.destroyForcibly();
                System.err.println("rehearsal: the service did not stop");
                System.exit(1);
            }
            System.out.println("rehearsal: ready after " + millis + " ms, stopped with " + running.exitValue());
        }
        System.exit(0); // the servers' threads have nothing more to do
    }

    private static boolean ready(Process running, Map<String, String> environment) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (running.isAlive() && Instant.now().isBefore(end)) {
            if (Probe.ready(environment)) return true;
            running.waitFor(100, TimeUnit.MILLISECONDS);
        }
        return false;
    }
}
