package io.pacelight.kit.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads whole topics by no group, so every instance sees every record, on one thread of its own. It goes on where it
 * was when a broker that went away is back.
 */
public final class TopicTail {
    /** Where the first reading begins. */
    public enum From {
        BEGINNING,
        NOW
    }

    private static final Duration POLL = Duration.ofMillis(200);
    private static final long AGAIN_MILLIS = 500;
    private static final Logger LOG = LoggerFactory.getLogger(TopicTail.class);

    private final String name;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final List<String> topics;
    private final From from;
    private final java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> reader;
    private final Map<TopicPartition, Long> next = new ConcurrentHashMap<>();
    private final Object progress = new Object();
    private volatile @Nullable Thread thread;
    private volatile @Nullable Consumer<byte[], byte[]> current;
    private volatile boolean caughtUp;

    /**
     * @param name of its thread and in logs
     * @param consumers opens a consumer that belongs to no group and commits nothing
     * @param reader called on the tail's thread, record by record; a record over which it throws is left out
     */
    public TopicTail(
            String name,
            Supplier<Consumer<byte[], byte[]>> consumers,
            List<String> topics,
            From from,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        this.name = name;
        this.consumers = consumers;
        this.topics = List.copyOf(topics);
        this.from = from;
        this.reader = reader;
        this.caughtUp = topics.isEmpty();
    }

    /** Whether all that stood on the topics at the first contact is read; what comes from then on will be. */
    public boolean caughtUp() {
        return caughtUp;
    }

    /** Returns when {@link #caughtUp()}. */
    public void awaitCaughtUp() {
        await(this::caughtUp);
    }

    /** Returns when the record at {@code place} is read. */
    public void awaitRead(Received.Place place) {
        TopicPartition partition = new TopicPartition(place.topic(), place.partition());
        await(() -> next.getOrDefault(partition, 0L) > place.offset());
    }

    public boolean isRunning() {
        return thread != null;
    }

    public void start() {
        Thread started = Thread.ofPlatform().daemon().name(name).unstarted(this::readForEver);
        thread = started;
        if (!topics.isEmpty()) started.start();
    }

    public void stop() {
        Thread running = thread;
        thread = null;
        Consumer<byte[], byte[]> consumer = current;
        if (consumer != null) consumer.wakeup();
        if (running == null) return;
        try {
            running.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readForEver() {
        while (isRunning()) {
            try (Consumer<byte[], byte[]> consumer = consumers.get()) {
                current = consumer;
                read(consumer);
            } catch (WakeupException stopping) {
                return;
            } catch (KafkaException e) {
                LOG.atWarn()
                        .addKeyValue("tail", name)
                        .addKeyValue("error", e.getClass().getSimpleName())
                        .log("topics not reached, again soon");
                pause();
            }
        }
    }

    private void read(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topics) partitions.addAll(partitionsOf(topic, consumer));
        consumer.assign(partitions);
        if (from == From.BEGINNING) consumer.seekToBeginning(partitions);
        else consumer.seekToEnd(partitions);
        next.forEach(consumer::seek);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        note(consumer, partitions, ends);
        while (isRunning()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) take(record);
            note(consumer, partitions, ends);
        }
    }

    private static List<TopicPartition> partitionsOf(String topic, Consumer<?, ?> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        if (partitions.isEmpty()) throw new UnknownTopicOrPartitionException(topic + " is not there yet");
        return partitions;
    }

    /** One record that its reader stumbles over must not end the tail for all that come after. */
    private void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            reader.accept(record);
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("tail", name)
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("error", e.getClass().getSimpleName())
                    .log("a record could not be read and is left out");
        }
    }

    private void note(Consumer<?, ?> consumer, List<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        for (TopicPartition partition : partitions) next.put(partition, consumer.position(partition));
        if (!caughtUp)
            caughtUp = ends.entrySet().stream().allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue());
        synchronized (progress) {
            progress.notifyAll();
        }
    }

    private void await(BooleanSupplier condition) {
        synchronized (progress) {
            while (!condition.getAsBoolean()) {
                if (!isRunning()) throw new IllegalStateException("the " + name + " is stopped");
                try {
                    progress.wait(1_000);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted while waiting for the " + name, e);
                }
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
