package io.pacelight.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
    private static final TopicSpec ATTEMPTS = new TopicSpec("attempts", 4, Map.of("retention.ms", "-1"));

    @Test
    void records_topics_and_cluster_id_outlive_a_restart(@TempDir Path dir) throws Exception {
        String cluster;
        try (EmbeddedBroker broker = EmbeddedBroker.start(dir, 0)) {
            broker.createTopics(List.of(ATTEMPTS));
            cluster = clusterId(broker);
            send(broker, "north|stu_1", "first");
        }

        try (EmbeddedBroker again = EmbeddedBroker.start(dir, 0)) {
            again.createTopics(List.of(ATTEMPTS, new TopicSpec("tasks", 2)));
            send(again, "north|stu_1", "second");

            assertThat(clusterId(again)).isEqualTo(cluster);
            assertThat(read(again)).containsExactly("first", "second");
        }
    }

    @Test
    void a_message_of_nearly_four_megabytes_passes(@TempDir Path dir) throws Exception {
        String large = "x".repeat(4_000_000);
        try (EmbeddedBroker broker = EmbeddedBroker.start(dir, 0)) {
            broker.createTopics(List.of(ATTEMPTS));

            send(broker, "north|stu_1", large);

            assertThat(read(broker)).containsExactly(large);
        }
    }

    @Test
    void every_acknowledged_record_survives_a_kill(@TempDir Path dir) throws Exception {
        List<String> acknowledged;
        try (OtherJvm writer = OtherJvm.run(BrokerWriter.class, dir.toString())) {
            writer.awaitLines(2_000);
            acknowledged = writer.kill();
        }

        try (EmbeddedBroker again = EmbeddedBroker.start(dir, 0)) {
            assertThat(read(again)).startsWith(acknowledged.toArray(String[]::new));
        }
    }

    private static String clusterId(EmbeddedBroker broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            return admin.describeCluster().clusterId().get(10, TimeUnit.SECONDS);
        }
    }

    private static void send(EmbeddedBroker broker, String key, String value) throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", broker.bootstrapServers(), "acks", "all", "max.request.size", 4 * 1024 * 1024);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(ATTEMPTS.name(), key, value)).get(10, TimeUnit.SECONDS);
        }
    }

    private static List<String> read(EmbeddedBroker broker) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(ATTEMPTS.name()).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            List<String> values = new ArrayList<>();
            while (values.size() < end)
                for (ConsumerRecord<String, String> entry : consumer.poll(Duration.ofSeconds(5)))
                    values.add(entry.value());
            return values;
        }
    }
}
