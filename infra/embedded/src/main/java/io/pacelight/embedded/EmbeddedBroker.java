package io.pacelight.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka of one node, broker and controller in one, in this JVM and on the loopback address only.
 *
 * <p>All its state is in the data directory: started there again it is the same cluster, with the same topics, records
 * and offsets, after a clean stop as after a kill.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final long ADMIN_SECONDS = 30;
    private static final long ASKED_AGAIN_MILLIS = 50;

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private EmbeddedBroker(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /** Starts the broker and returns when it takes requests; port 0 means a free one. */
    public static EmbeddedBroker start(Path dataDir, int port) {
        return start(dataDir, port, 0);
    }

    /** The same behind a proxy: clients are told to connect to {@code advertisedPort}, or to the broker's own if 0. */
    public static EmbeddedBroker start(Path dataDir, int port, int advertisedPort) {
        QuietLogs.apply();
        List<Integer> free = Ports.different(2);
        int brokerPort = port == 0 ? free.get(0) : Ports.free(port, "broker");
        Path logDir = directory(dataDir);
        format(logDir);
        KafkaConfig config = new KafkaConfig(
                BrokerSettings.of(logDir, brokerPort, advertisedPort == 0 ? brokerPort : advertisedPort, free.get(1)),
                /* doLog= */ false);
        KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw new IllegalStateException("The broker can't start in " + dataDir, e);
        }
        return new EmbeddedBroker(server, Ports.HOST + ":" + brokerPort);
    }

    /** The address clients connect to, {@code 127.0.0.1:port}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Creates those of the topics that don't exist yet, and leaves the others as they are. */
    public void createTopics(Collection<TopicSpec> topics) {
        createTopics(bootstrapServers, topics);
    }

    /** The same on any cluster, with as many replicas as it gives by default. */
    public static void createTopics(String bootstrapServers, Collection<TopicSpec> topics) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Set<String> existing = admin.listTopics().names().get(ADMIN_SECONDS, TimeUnit.SECONDS);
            List<NewTopic> missing = new ArrayList<>();
            for (TopicSpec topic : topics) {
                if (existing.contains(topic.name())) continue;
                missing.add(new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
                        .configs(topic.configs()));
            }
            for (var creation : admin.createTopics(missing).values().entrySet()) {
                try {
                    creation.getValue().get(ADMIN_SECONDS, TimeUnit.SECONDS);
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException))
                        throw new IllegalStateException(
                                "Topic " + creation.getKey() + " was not created", e.getCause());
                }
            }
            awaitServed(admin, missing);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The broker at " + bootstrapServers + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while topics were being created", e);
        }
    }

    /**
     * What the controller has created, the broker comes to know and to serve a moment later. A client gives up at once on a topic
     * that the broker has not heard of, so it is asked again.
     */
    private static void awaitServed(Admin admin, List<NewTopic> created)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
        for (NewTopic topic : created)
            for (int partition = 0; partition < topic.numPartitions(); partition++)
                partitions.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(ADMIN_SECONDS);
        while (true) {
            try {
                admin.listOffsets(partitions).all().get(ADMIN_SECONDS, TimeUnit.SECONDS);
                return;
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > end) throw e;
            }
            Thread.sleep(ASKED_AGAIN_MILLIS);
        }
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static Path directory(Path dataDir) {
        try {
            return Files.createDirectories(dataDir.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException("The broker can't use " + dataDir, e);
        }
    }

    /** Gives a new directory its cluster id; one that has an id keeps it. */
    private static void format(Path logDir) {
        if (Files.exists(logDir.resolve("meta.properties"))) return;
        PrintStream quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        try {
            new Formatter()
                    .setPrintStream(quiet)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(BrokerSettings.NODE_ID)
                    .setDirectories(List.of(logDir.toString()))
                    .setMetadataLogDirectory(logDir.toString())
                    .setControllerListenerName("CONTROLLER")
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException("The broker can't prepare " + logDir, e);
        }
    }
}
