package io.pacelight.kit.stream;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Knows where topics end, and waits until a group has read that far: before "this student is not known" is said, the
 * roster that was there at the time of the question has been read.
 */
public final class ReadBarrier {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final Admin admin;

    public ReadBarrier(Admin admin) {
        this.admin = admin;
    }

    /** The offset after the last record of each partition, as of now. */
    public Map<TopicPartition, Long> ends(Collection<String> topics) {
        try {
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            admin.describeTopics(topics)
                    .allTopicNames()
                    .get()
                    .forEach((name, topic) -> topic.partitions()
                            .forEach(partition ->
                                    latest.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
            Map<TopicPartition, Long> ends = new HashMap<>();
            admin.listOffsets(latest).all().get().forEach((partition, info) -> ends.put(partition, info.offset()));
            return ends;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking where topics end", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not say where topics end", e);
        }
    }

    /** Whether {@code group} has, within {@code atMost}, committed everything that stands on {@code topics} now. */
    public boolean await(String group, Collection<String> topics, Duration atMost) {
        Map<TopicPartition, Long> ends = ends(topics);
        long giveUp = System.nanoTime() + atMost.toNanos();
        while (!hasRead(group, ends)) {
            if (System.nanoTime() > giveUp) return false;
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** Whether {@code group} has committed everything before these ends. */
    public boolean hasRead(String group, Map<TopicPartition, Long> ends) {
        try {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return ends.entrySet().stream().allMatch(end -> {
                OffsetAndMetadata done = committed.get(end.getKey());
                return end.getValue() == 0 || (done != null && done.offset() >= end.getValue());
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking how far a group has read", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not say how far a group has read", e);
        }
    }
}
