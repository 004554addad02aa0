package io.pacelight.faults.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * A consumer group with the range assignor: the same partition number of all topics goes to the same member. A new
 * generation begins with every change, and a commit of an older one is refused.
 */
final class Group {
    private final String name;
    private final List<String> topics;
    private final List<Subscription> members = new ArrayList<>();
    private final Map<TopicPartition, Long> committed = new HashMap<>();
    private final Map<TopicPartition, Long> delivered = new HashMap<>();
    private int generation;

    Group(String name, Collection<String> topics) {
        this.name = name;
        this.topics = List.copyOf(topics);
    }

    String name() {
        return name;
    }

    List<String> topics() {
        return topics;
    }

    int generation() {
        return generation;
    }

    boolean has(Subscription member) {
        return members.contains(member);
    }

    List<Subscription> members() {
        return List.copyOf(members);
    }

    void join(Subscription member) {
        members.add(member);
        generation++;
    }

    void leave(Subscription member) {
        if (members.remove(member)) generation++;
    }

    /** What a member owns in this generation. */
    Set<TopicPartition> assigned(Subscription member) {
        Set<TopicPartition> own = new HashSet<>();
        int place = members.indexOf(member);
        if (place < 0) return own;
        for (TopicPartition partition : FakeLog.partitionsOf(topics))
            if (partition.partition() * members.size() / FakeLog.PARTITIONS == place
                    || (members.size() > FakeLog.PARTITIONS && partition.partition() == place)) own.add(partition);
        return own;
    }

    long committed(TopicPartition partition) {
        return committed.getOrDefault(partition, 0L);
    }

    void commit(Map<TopicPartition, Long> offsets) {
        committed.putAll(offsets);
    }

    /** Notes a delivery. Whether it was the first one of this record. */
    boolean delivered(TopicPartition partition, long offset) {
        boolean first = offset >= delivered.getOrDefault(partition, 0L);
        if (first) delivered.put(partition, offset + 1);
        return first;
    }
}
