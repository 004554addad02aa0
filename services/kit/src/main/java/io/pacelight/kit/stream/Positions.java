package io.pacelight.kit.stream;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.stream.binder.kafka.KafkaBindingRebalanceListener;

/**
 * Which partitions this instance owns, by binding, and up to where it has handled them. Both ends of owning go to the log, so
 * that whoever looks into a stop can see that the next owner began where the last one ended.
 */
public final class Positions implements KafkaBindingRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger(Positions.class);

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
        log("reads on", binding, starts);
        Map<TopicPartition, Long> own = of(name(binding));
        synchronized (own) {
            own.putAll(starts);
        }
    }

    @Override
    public void onPartitionsRevokedAfterCommit(
            String binding, Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> own = of(name(binding));
        Map<TopicPartition, Long> ends = new HashMap<>();
        synchronized (own) {
            for (TopicPartition partition : partitions) {
                Long next = own.remove(partition);
                if (next != null) ends.put(partition, next);
            }
        }
        log("has read", binding, ends);
    }

    private static void log(String what, String binding, Map<TopicPartition, Long> next) {
        if (next.isEmpty() || !LOG.isInfoEnabled()) return;
        Map<String, Map<Integer, Long>> byTopic = new TreeMap<>();
        next.forEach((partition, offset) -> byTopic.computeIfAbsent(partition.topic(), none -> new TreeMap<>())
                .put(partition.partition(), offset));
        LOG.atInfo()
                .addKeyValue("binding", name(binding))
                .addKeyValue("next", byTopic)
                .log(what);
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
