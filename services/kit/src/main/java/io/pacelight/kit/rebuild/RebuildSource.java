package io.pacelight.kit.rebuild;

import io.pacelight.events.Envelope;
import io.pacelight.events.Event;
import io.pacelight.events.UnreadableEvent;
import io.pacelight.kit.stream.CloudEventHeaders;
import io.pacelight.kit.stream.ReadBarrier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topics as a rebuild needs them: where they begin and end, how far groups have come, and the service's own ones whole. */
final class RebuildSource implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RebuildSource.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Admin admin;
    private final ReadBarrier barrier;
    private final Supplier<Consumer<byte[], byte[]>> consumers;

    RebuildSource(Admin admin, Supplier<Consumer<byte[], byte[]>> consumers) {
        this.admin = admin;
        this.barrier = new ReadBarrier(admin);
        this.consumers = consumers;
    }

    Map<TopicPartition, Long> begins(Collection<String> topics) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        ends(topics).keySet().forEach(partition -> wanted.put(partition, OffsetSpec.earliest()));
        Map<TopicPartition, Long> begins = new HashMap<>();
        asked(() -> admin.listOffsets(wanted).all().get()).forEach((at, info) -> begins.put(at, info.offset()));
        return begins;
    }

    Map<TopicPartition, Long> ends(Collection<String> topics) {
        return barrier.ends(topics);
    }

    /** Whether the group has ever committed anything. */
    boolean knows(String group) {
        return !asked(() -> admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get())
                .isEmpty();
    }

    boolean hasRead(String group, Map<TopicPartition, Long> ends) {
        return barrier.hasRead(group, ends);
    }

    /** Lets a group without members begin anew; false while it has members. */
    boolean rewind(String group, Map<TopicPartition, Long> begins) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        begins.forEach((partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset)));
        try {
            admin.alterConsumerGroupOffsets(group, offsets).all().get();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while rewinding a group", e);
        } catch (ExecutionException e) {
            LOG.atWarn()
                    .addKeyValue("group", group)
                    .addKeyValue("error", String.valueOf(e.getCause()))
                    .log("the group can't begin anew while it has members");
            return false;
        }
    }

    /** Reads topics from the beginning to the given ends, by no group, and hands over what is readable, poll by poll. */
    void read(
            Set<String> topics, Map<TopicPartition, Long> ends, java.util.function.Consumer<List<Envelope<?>>> taker) {
        Map<TopicPartition, Long> wanted = new HashMap<>(ends);
        wanted.keySet().removeIf(partition -> !topics.contains(partition.topic()));
        if (wanted.isEmpty()) return;
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            consumer.assign(wanted.keySet());
            consumer.seekToBeginning(wanted.keySet());
            while (!wanted.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                List<Envelope<?>> events = new ArrayList<>();
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) read(record, events);
                if (!events.isEmpty()) taker.accept(events);
            }
        }
    }

    private static void read(ConsumerRecord<byte[], byte[]> record, List<Envelope<?>> events) {
        if (record.value() == null) return;
        try {
            CloudEventHeaders.read(record.headers(), record.value())
                    .ifPresent(envelope -> events.add((Envelope<? extends Event>) envelope));
        } catch (UnreadableEvent | IllegalArgumentException e) {
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("error", e.getClass().getSimpleName())
                    .log("an unreadable event of the service's own left out");
        }
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask() throws InterruptedException, ExecutionException;
    }

    private static <T> T asked(Question<T> question) {
        try {
            return question.ask();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the broker", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not say how far topics and groups are", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
