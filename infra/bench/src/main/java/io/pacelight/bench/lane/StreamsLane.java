package io.pacelight.bench.lane;

import io.pacelight.bench.lane.Tape.Part;
import io.pacelight.events.Topics;
import io.pacelight.kit.reference.ReferenceTail;
import io.pacelight.kit.stream.TopicTails;
import io.pacelight.progression.adapter.out.reference.ReferenceRuleBook;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The peer: progression's fold as a Kafka Streams topology, exactly once, on RocksDB with changelogs. Its settings are in
 * {@link #settings} and in the report.
 */
final class StreamsLane {
    private static final String APPLICATION = "streams";
    private static final Duration LOOK = Duration.ofMillis(25);
    private static final long PATIENCE_NANOS = 1_200_000_000_000L;

    private StreamsLane() {}

    /** What is set other than by default. Two threads, since the box has two cores. */
    static Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 500);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 128L * 1024 * 1024);
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
        settings.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.OPTIMIZE);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksSettings.class);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), Ground.POLL_RECORDS);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), 4 * 1024 * 1024);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 20);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 128 * 1024);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        return settings;
    }

    static Measured run(Ground ground, Tape tape) {
        Properties properties = new Properties();
        properties.putAll(settings());
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, ground.broker().bootstrapServers());
        properties.put(
                StreamsConfig.STATE_DIR_CONFIG, ground.dir().resolve("streams").toString());
        ReferenceTail book = new ReferenceTail(
                new TopicTails(() -> new KafkaConsumer<>(
                        Map.of("bootstrap.servers", ground.broker().bootstrapServers()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())),
                List.of(Topics.REFERENCE, Topics.CURRICULUM, Topics.POLICIES),
                _ -> true);
        ReferenceRuleBook rules = new ReferenceRuleBook(book);
        try (Producer<byte[], byte[]> producer = ground.producer();
                Admin admin =
                        Admin.create(Map.of("bootstrap.servers", ground.broker().bootstrapServers()))) {
            tape.play(producer, ServiceLane.PROGRESSION.needs(), Part.BEFORE);
            book.start();
            try (KafkaStreams streams = new KafkaStreams(FoldTopology.of(rules), properties)) {
                tape.play(producer, List.of(Topics.ATTEMPTS), Part.WARM);
                streams.start();
                awaitHandled(admin);
                streams.pause();
                long measured = tape.play(producer, List.of(Topics.ATTEMPTS), Part.MEASURED);
                Meter meter = new Meter();
                streams.resume();
                awaitHandled(admin);
                return meter.stop("streams", measured, notes());
            } finally {
                book.stop();
            }
        }
    }

    private static Map<String, String> notes() {
        Map<String, String> notes = new HashMap<>();
        settings()
                .forEach((name, value) ->
                        notes.put(name, value instanceof Class<?> type ? type.getSimpleName() : value.toString()));
        return notes;
    }

    /** Returns when the application has committed the ends of its topics, so that its transactions are over. */
    private static void awaitHandled(Admin admin) {
        long giveUp = System.nanoTime() + PATIENCE_NANOS;
        try {
            while (System.nanoTime() < giveUp) {
                Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
                admin.describeTopics(List.of(Topics.ATTEMPTS, Topics.STUDENTS))
                        .allTopicNames()
                        .get()
                        .forEach((name, topic) -> topic.partitions()
                                .forEach(each ->
                                        latest.put(new TopicPartition(name, each.partition()), OffsetSpec.latest())));
                var ends = admin.listOffsets(latest).all().get();
                Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(APPLICATION)
                        .partitionsToOffsetAndMetadata()
                        .get();
                boolean handled = ends.entrySet().stream().allMatch(end -> {
                    OffsetAndMetadata done = committed.get(end.getKey());
                    return end.getValue().offset() == 0
                            || (done != null && done.offset() >= end.getValue().offset());
                });
                if (handled) return;
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("the broker does not answer", e);
        }
        throw new IllegalStateException("the topology does not come to an end");
    }
}
