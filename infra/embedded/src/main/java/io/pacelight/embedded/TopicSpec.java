package io.pacelight.embedded;

import java.util.Map;

/** A topic as it should exist: its name, its number of partitions and its configuration in Kafka's own keys. */
public record TopicSpec(String name, int partitions, Map<String, String> configs) {
    public TopicSpec {
        if (name.isBlank()) throw new IllegalArgumentException("A topic needs a name");
        if (partitions < 1)
            throw new IllegalArgumentException("Topic " + name + " needs at least one partition, not " + partitions);
        configs = Map.copyOf(configs);
    }

    public TopicSpec(String name, int partitions) {
        this(name, partitions, Map.of());
    }
}
