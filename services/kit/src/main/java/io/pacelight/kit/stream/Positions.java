package io.pacelight.kit.stream;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.cloud.stream.binder.kafka.KafkaBindingRebalanceListener;

/** Which partitions this instance owns, by binding, and up to where it has handled them. */
public final class Positions implements KafkaBindingRebalanceListener {
    private final ConcurrentHashMap<String, Map<TopicPartition, Long>> handled = new ConcurrentHashMap<>();

    /** Next offset to handle of each owned partition of a binding; a copy. */
    public Map<TopicPartition, Long> owned(String binding) {
        Map<TopicPartition, Long> own = handled.get(binding);
        if (own == null) return Map.of();
        synchronized (own) {
            return Map.copyOf(own);
        }
    }

    /** Numbers of the partitions that the binding owns on every one of {@code topics}, which have equal counts. */
    public Set<Integer> ownedPartitions(String binding, Collection<String> topics) {
        Set<Integer> numbers = new HashSet<>();
        Map<TopicPartition, Long> own = owned(binding);
        for (TopicPartition partition : own.keySet())
            if (topics.stream().allMatch(topic -> own.containsKey(new TopicPartition(topic, partition.partition()))))
                numbers.add(partition.partition());
        return numbers;
    }

    /** Whether a binding has joined its group and knows what is its own, be it nothing. */
    public boolean joined(String binding) {
        return handled.containsKey(binding);
    }

    void handled(String binding, Collection<Received.Place> places) {
        Map<TopicPartition, Long> own = of(binding);
        synchronized (own) {
            for (Received.Place place : places)
                own.computeIfPresent(
                        new TopicPartition(place.topic(), place.partition()),
                        (partition, next) -> Math.max(next, place.offset() + 1));
        }
    }

    @Override
    public void onPartitionsAssigned(
            String binding, Consumer<?, ?> consumer, Collection<TopicPartition> partitions, boolean initial) {
        Map<TopicPartition, Long> starts = new HashMap<>();
        for (TopicPartition partition : partitions) starts.put(partition, consumer.position(partition));
        Map<TopicPartition, Long> own = of(name(binding));
        synchronized (own) {
            own.putAll(starts);
        }
    }

    @Override
    public void onPartitionsRevokedAfterCommit(
            String binding, Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> own = of(name(binding));
        synchronized (own) {
            partitions.forEach(own::remove);
        }
    }

    private Map<TopicPartition, Long> of(String binding) {
        return handled.computeIfAbsent(binding, ignored -> new HashMap<>());
    }

    /** Functions are bound as {@code name-in-0}; everybody else calls them by their name. */
    private static String name(String binding) {
        int suffix = binding.indexOf("-in-");
        return suffix < 0 ? binding : binding.substring(0, suffix);
    }
}
