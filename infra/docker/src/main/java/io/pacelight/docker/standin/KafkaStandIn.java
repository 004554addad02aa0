package io.pacelight.docker.standin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** For {@code apache/kafka}: the same server, configured by {@code KAFKA_…} as that image is. */
public final class KafkaStandIn {
    private static final String PREFIX = "KAFKA_";
    private static final String LOGS = "log.dirs";

    private KafkaStandIn() {}

    public static void main(String[] arguments) throws Exception {
        Properties settings = settings(System.getenv());
        format(settings);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, /* doLog= */ false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "stop"));
        server.startup();
        System.out.println("Transitioning from RECOVERY to RUNNING. Kafka Server started");
        server.awaitShutdown();
    }

    /** {@code KAFKA_NODE_ID} is {@code node.id}, and so on. */
    static Properties settings(Map<String, String> environment) {
        Properties settings = new Properties();
        settings.setProperty(LOGS, "/tmp/kraft-combined-logs");
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX))
                settings.setProperty(
                        name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.'), value);
        });
        return settings;
    }

    private static void format(Properties settings) throws Exception {
        Path logs = directory(settings);
        if (Files.exists(logs.resolve("meta.properties"))) return;
        new Formatter()
                .setPrintStream(System.out)
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(Integer.parseInt(settings.getProperty("node.id")))
                .setDirectories(List.of(logs.toString()))
                .setMetadataLogDirectory(logs.toString())
                .setControllerListenerName(settings.getProperty("controller.listener.names"))
                .setReleaseVersion(MetadataVersion.latestProduction())
                .run();
    }

    private static Path directory(Properties settings) throws IOException {
        return Files.createDirectories(Path.of(settings.getProperty(LOGS)));
    }
}
