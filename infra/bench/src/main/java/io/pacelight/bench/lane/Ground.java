package io.pacelight.bench.lane;

import io.pacelight.embedded.EmbeddedBroker;
import io.pacelight.embedded.EmbeddedStore;
import io.pacelight.embedded.TopicSpec;
import io.pacelight.kit.stream.TopicPlan;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A broker with all topics and an empty store, of one lane's own, on disk like in the box. */
record Ground(Path dir, EmbeddedBroker broker, EmbeddedStore store) implements AutoCloseable {
    /** As in {@code kit.yml}. */
    static final int POLL_RECORDS = 5_000;

    static Ground prepare(Path dir) {
        EmbeddedStore store = EmbeddedStore.start(dir.resolve("store"), 0);
        EmbeddedBroker broker = EmbeddedBroker.start(dir.resolve("broker"), 0);
        List<TopicSpec> topics = TopicPlan.load().stream()
                .map(plan -> new TopicSpec(plan.name(), plan.partitions(), plan.configs()))
                .toList();
        broker.createTopics(topics);
        return new Ground(dir, broker, store);
    }

    Producer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "acks",
                        "all",
                        "linger.ms",
                        20,
                        "batch.size",
                        128 * 1024,
                        "compression.type",
                        "lz4"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Reads as a service's binding does. */
    KafkaConsumer<byte[], byte[]> consumer(String group) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", broker.bootstrapServers());
        settings.put("group.id", group);
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("max.poll.records", POLL_RECORDS);
        settings.put("fetch.min.bytes", 64 * 1024);
        settings.put("fetch.max.wait.ms", 100);
        settings.put("max.partition.fetch.bytes", 4 * 1024 * 1024);
        settings.put("isolation.level", "read_committed");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        broker.close();
        store.close();
    }
}
