package io.pacelight.kit.testing;

import io.pacelight.embedded.EmbeddedBroker;
import io.pacelight.embedded.TopicSpec;
import io.pacelight.kit.state.EventPublisher;
import io.pacelight.kit.stream.KafkaEventPublisher;
import io.pacelight.kit.stream.TopicPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A broker of one test's own with all planned topics, for tests that count what stands on them. */
public final class OwnBroker implements AutoCloseable {
    private final Path directory;
    private final EmbeddedBroker broker;

    private OwnBroker(Path directory, EmbeddedBroker broker) {
        this.directory = directory;
        this.broker = broker;
    }

    /** @param partitions of every topic */
    public static OwnBroker start(int partitions) {
        try {
            Path directory = Files.createTempDirectory("pacelight-own-broker-");
            EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
            List<TopicSpec> topics = new ArrayList<>();
            for (TopicPlan plan : TopicPlan.load()) topics.add(new TopicSpec(plan.name(), partitions, plan.configs()));
            broker.createTopics(topics);
            return new OwnBroker(directory, broker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a service has to be told to use it. */
    public Map<String, String> properties() {
        return Map.of(
                "spring.kafka.bootstrap-servers", broker.bootstrapServers(),
                "spring.cloud.stream.kafka.binder.brokers", broker.bootstrapServers());
    }

    /** How many records each of the topics holds, all partitions together. */
    public Map<String, Long> counts(String... topics) {
        Map<String, Long> counts = new TreeMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            for (String topic : topics)
                counts.put(
                        topic,
                        consumer.endOffsets(partitions(consumer, topic)).values().stream()
                                .mapToLong(Long::longValue)
                                .sum());
        }
        return counts;
    }

    /** How many records of the topics the group has not yet committed. */
    public long unread(String group, String... topics) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers(), "group.id", group);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Set<TopicPartition> all = new HashSet<>();
            for (String topic : topics) all.addAll(partitions(consumer, topic));
            long unread = 0;
            for (long end : consumer.endOffsets(all).values()) unread += end;
            for (OffsetAndMetadata done : consumer.committed(all).values()) if (done != null) unread -= done.offset();
            return unread;
        }
    }

    /** Publishes every record of every topic to another broker: what has one key keeps its order, and nothing else does. */
    public void republishTo(OwnBroker other) {
        Map<String, Object> settings = Map.of("bootstrap.servers", other.broker.bootstrapServers());
        try (KafkaConsumer<byte[], byte[]> consumer = consumer();
                KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<TopicPartition> all = new ArrayList<>();
            for (TopicPlan plan : TopicPlan.load()) all.addAll(partitions(consumer, plan.name()));
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (!ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue()))
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200)))
                    producer.send(
                            new ProducerRecord<>(record.topic(), null, record.key(), record.value(), record.headers()));
            producer.flush();
        }
    }

    /** Lets {@code publishing} publish while no service runs. */
    public void publish(Consumer<EventPublisher> publishing) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            publishing.accept(new KafkaEventPublisher(producer));
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    @Override
    public void close() {
        broker.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
