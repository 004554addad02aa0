package io.pacelight.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The broker and the store that all tests of one JVM share; each starts when first asked for and ends with the JVM.
 *
 * <p>Where {@code PACELIGHT_TEST_KAFKA} (bootstrap servers) or {@code PACELIGHT_TEST_MONGO_URI} is set in the environment, that one is
 * used instead of an embedded one. In the {@code containers} profile both run in containers.
 */
public final class TestPlatform {
    private static final String KAFKA = "PACELIGHT_TEST_KAFKA";
    private static final String MONGO = "PACELIGHT_TEST_MONGO_URI";

    private static final boolean CONTAINERS = "containers".equals(System.getProperty("pacelight.test.platform"));

    private static @Nullable String bootstrapServers;
    private static @Nullable String mongoUri;

    private TestPlatform() {}

    /** The address of the broker. */
    public static synchronized String bootstrapServers() {
        if (bootstrapServers == null) {
            String elsewhere = System.getenv(KAFKA);
            bootstrapServers = elsewhere == null ? startBroker() : elsewhere;
        }
        return bootstrapServers;
    }

    /** What a MongoDB client connects with. */
    public static synchronized String mongoUri() {
        if (mongoUri == null) {
            String elsewhere = System.getenv(MONGO);
            mongoUri = elsewhere == null ? startStore() : elsewhere;
        }
        return mongoUri;
    }

    /** Creates those of the topics that don't exist yet. */
    public static void createTopics(Collection<TopicSpec> topics) {
        EmbeddedBroker.createTopics(bootstrapServers(), topics);
    }

    /** What a Spring application has to be told to use both, with quiet logs. */
    public static Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>(QuietLogs.asProperties());
        properties.put("spring.kafka.bootstrap-servers", bootstrapServers());
        properties.put("spring.cloud.stream.kafka.binder.brokers", bootstrapServers());
        properties.put("spring.mongodb.uri", mongoUri());
        return Map.copyOf(properties);
    }

    /** The same, after creating the topics. */
    public static Map<String, String> properties(Collection<TopicSpec> topics) {
        createTopics(topics);
        return properties();
    }

    private static String startBroker() {
        if (CONTAINERS) return ContainerPlatform.startBroker();
        try {
            Path directory = Files.createTempDirectory("pacelight-broker-");
            EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
            atExit(() -> {
                broker.close();
                delete(directory);
            });
            return broker.bootstrapServers();
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary directory for the broker", e);
        }
    }

    private static String startStore() {
        if (CONTAINERS) return ContainerPlatform.startStore();
        EmbeddedStore store = EmbeddedStore.start(null, 0);
        atExit(store::close);
        return store.connectionString();
    }

    private static void atExit(Runnable action) {
        Runtime.getRuntime().addShutdownHook(new Thread(action, "test-platform-stop"));
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not clean up " + directory, e);
        }
    }
}
