package io.pacelight.faults.simulation;

import io.pacelight.intervention.application.Backlog;
import io.pacelight.kit.stream.Positions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** Compares the ends of the fake log with how far the real {@link Positions} say that a binding has come. */
class LogBacklog implements Backlog {
    private final World world;
    private final Positions positions;
    private final String binding;
    private final List<String> topics;

    private record Ends(Map<TopicPartition, Long> ends, Set<Integer> partitions) implements Mark {}

    LogBacklog(World world, Positions positions, String binding, List<String> topics) {
        this.world = world;
        this.positions = positions;
        this.binding = binding;
        this.topics = topics;
    }

    @Override
    public int partitions() {
        return FakeLog.PARTITIONS;
    }

    @Override
    public Mark mark() {
        world.step(Point.QUERY, "ends");
        Set<Integer> own = owned();
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (TopicPartition partition : FakeLog.partitionsOf(topics))
            if (own.contains(partition.partition()))
                ends.put(partition, world.log().end(partition));
        return new Ends(ends, own);
    }

    @Override
    public Set<Integer> handledBeyond(Mark mark) {
        Ends ends = (Ends) mark;
        Map<TopicPartition, Long> handled = positions.owned(binding);
        Set<Integer> beyond = owned();
        beyond.retainAll(ends.partitions());
        ends.ends().forEach((partition, end) -> {
            if (end > 0 && handled.getOrDefault(partition, -1L) < end) beyond.remove(partition.partition());
        });
        return beyond;
    }

    @Override
    public Set<Integer> owned() {
        return new HashSet<>(positions.ownedPartitions(binding, topics));
    }
}
