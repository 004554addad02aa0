package io.pacelight.roster;

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
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Everything the roster has told one district, each event once by its id, as any consumer has to read it. */
final class Told implements AutoCloseable {
    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Map<String, Envelope<?>> events = new LinkedHashMap<>();
    private final Map<String, List<Long>> standing = new LinkedHashMap<>();
    private final String district;

    Told(RunningService service, String district) {
        String brokers =
                service.context().getEnvironment().getRequiredProperty("spring.cloud.stream.kafka.binder.brokers");
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        this.partitions = Stream.of(
                        Topics.REFERENCE, Topics.PEOPLE, Topics.STUDENTS, Topics.CURRICULUM, Topics.ATTENDANCE)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        this.district = district;
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** All events up to the present ends of the topics. */
    List<Envelope<?>> all() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
            for (ConsumerRecord<byte[], byte[]> read : consumer.poll(Duration.ofMillis(200))) {
                try {
                    CloudEventHeaders.read(read.headers(), read.value())
                            .filter(envelope -> envelope.data().district().equals(district))
                            .ifPresent(envelope -> {
                                events.putIfAbsent(envelope.id(), envelope);
                                standing.computeIfAbsent(place(envelope), none -> new ArrayList<>())
                                        .add(envelope.sequence());
                            });
                } catch (UnreadableEvent e) {
                    throw new AssertionError("an event that nobody can read", e);
                }
            }
        }
        return List.copyOf(events.values());
    }

    /** The sequences of all records under an event's topic and key, in the order in which they stand there. */
    List<Long> sequences(Envelope<?> event) {
        all();
        return List.copyOf(standing.getOrDefault(place(event), List.of()));
    }

    private static String place(Envelope<?> event) {
        return event.topic() + ' ' + event.data().key();
    }

    /** All of one kind, in the order told. */
    <E extends Event> List<E> all(Class<E> kind) {
        List<E> found = new ArrayList<>();
        all().forEach(envelope -> {
            if (kind.isInstance(envelope.data())) {
                found.add(kind.cast(envelope.data()));
            }
        });
        return found;
    }

    /** The latest of one kind by key. */
    <E extends Event> Map<String, E> latest(Class<E> kind) {
        Map<String, E> latest = new LinkedHashMap<>();
        all(kind).forEach(event -> latest.put(event.key(), event));
        return latest;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
