package io.pacelight.intervention.adapter.out.stream;

import io.pacelight.intervention.application.Backlog;
import io.pacelight.kit.stream.Positions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Compares the ends of the partitions that a binding owns with how far it has handled them. Nothing is handled beyond a
 * mark that the reference book has not reached: the instance that had a partition before may have known a newer plan.
 */
public final class KafkaBacklog implements Backlog {
    private final Admin admin;
    private final Positions positions;
    private final String binding;
    private final List<String> topics;
    private final Runnable awaitReference;
    private volatile int partitions;

    private record Ends(Map<TopicPartition, Long> ends, Set<Integer> partitions) implements Mark {}

    /** @param awaitReference returns when the reference book has read what stands on its topics when it is called */
    public KafkaBacklog(
            Admin admin, Positions positions, String binding, List<String> topics, Runnable awaitReference) {
        this.admin = admin;
        this.positions = positions;
        this.binding = binding;
        this.topics = List.copyOf(topics);
        this.awaitReference = awaitReference;
    }

    @Override
    public int partitions() {
        int known = partitions;
        if (known > 0) return known;
        Set<Integer> counts = new HashSet<>();
        await(admin.describeTopics(topics).allTopicNames())
                .values()
                .forEach(topic -> counts.add(topic.partitions().size()));
        if (counts.size() != 1)
            throw new IllegalStateException("topics read together must have equal partition counts: " + topics);
        known = counts.iterator().next();
        partitions = known;
        return known;
    }

    @Override
    public Mark mark() {
        Set<Integer> own = owned();
        List<TopicPartition> asked = new ArrayList<>();
        for (String topic : topics) for (int partition : own) asked.add(new TopicPartition(topic, partition));
        Map<TopicPartition, Long> ends = new HashMap<>();
        if (!asked.isEmpty()) {
            ends.putAll(offsets(asked, OffsetSpec.latest()));
            // where retention has taken everything away there is nothing left to read, and no record will say so
            offsets(asked, OffsetSpec.earliest())
                    .forEach((partition, start) ->
                            ends.computeIfPresent(partition, (p, end) -> start >= end ? null : end));
        }
        awaitReference.run();
        return new Ends(ends, Set.copyOf(own));
    }

    @Override
    public Set<Integer> handledBeyond(Mark mark) {
        if (!(mark instanceof Ends ends)) throw new IllegalArgumentException("a mark of another backlog");
        Map<TopicPartition, Long> handled = positions.owned(binding);
        Set<Integer> beyond = owned();
        beyond.retainAll(ends.partitions());
        ends.ends().forEach((partition, end) -> {
            @Nullable Long next = handled.get(partition);
            if (next == null || next < end) beyond.remove(partition.partition());
        });
        return beyond;
    }

    @Override
    public Set<Integer> owned() {
        return new HashSet<>(positions.ownedPartitions(binding, topics));
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> asked, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> specs = new HashMap<>();
        for (TopicPartition partition : asked) specs.put(partition, which);
        Map<TopicPartition, Long> offsets = new HashMap<>();
        await(admin.listOffsets(specs).all()).forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    private static <T> T await(org.apache.kafka.common.KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while asking for the ends of the topics", e);
        } catch (ExecutionException e) {
            throw new KafkaException("the ends of the topics are not known", e);
        }
    }
}
