package io.pacelight.progression;

import io.pacelight.events.Envelope;
import io.pacelight.events.Event;
import io.pacelight.events.Topics;
import io.pacelight.events.UnreadableEvent;
import io.pacelight.kit.stream.CloudEventHeaders;
import io.pacelight.kit.testing.RunningService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Everything told on the mastery topic, each event once by its id, as any consumer has to read it. */
final class MasteryTopic implements AutoCloseable {
    private final Consumer<byte[], byte[]> consumer;
    private final Map<String, Envelope<?>> events = new LinkedHashMap<>();

    private MasteryTopic(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    static MasteryTopic of(RunningService service) {
        String brokers =
                service.context().getEnvironment().getRequiredProperty("spring.cloud.stream.kafka.binder.brokers");
        Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.MASTERY).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new MasteryTopic(consumer);
    }

    /** What a district was told of one kind so far, in the order of each student. */
    <E extends Event> List<E> told(String district, Class<E> kind) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
            try {
                CloudEventHeaders.read(record.headers(), record.value())
                        .ifPresent(envelope -> events.putIfAbsent(envelope.id(), envelope));
            } catch (UnreadableEvent e) {
                throw new AssertionError("an event that nobody can read", e);
            }
        }
        List<E> told = new ArrayList<>();
        for (Envelope<?> envelope : events.values()) {
            if (kind.isInstance(envelope.data()) && envelope.data().district().equals(district)) {
                told.add(kind.cast(envelope.data()));
            }
        }
        return told;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
