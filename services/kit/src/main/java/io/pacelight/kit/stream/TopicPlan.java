package io.pacelight.kit.stream;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The topics as {@code topics.yaml} plans them, in Kafka's own configuration keys. */
public record TopicPlan(String name, int partitions, Map<String, String> configs) {
    public TopicPlan {
        configs = Map.copyOf(configs);
    }

    /** All topics of the plan on the class path. */
    public static List<TopicPlan> load() {
        try (InputStream yaml = TopicPlan.class.getResourceAsStream("/topics.yaml")) {
            if (yaml == null) throw new IllegalStateException("topics.yaml is not on the class path");
            return read(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException("topics.yaml can't be read", e);
        }
    }

    /** @throws IllegalArgumentException naming what is missing or not known */
    static List<TopicPlan> read(InputStream yaml) {
        Map<?, ?> plan = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        int partitions = (Integer) required(plan, "partitions");
        List<TopicPlan> topics = new ArrayList<>();
        for (Object topic : (List<?>) required(plan, "topics")) topics.add(of((Map<?, ?>) topic, partitions));
        return List.copyOf(topics);
    }

    private static TopicPlan of(Map<?, ?> topic, int partitions) {
        Map<String, String> configs = new HashMap<>();
        switch (String.valueOf(topic.get("cleanup"))) {
            case "compact" -> configs.put("cleanup.policy", "compact");
            case "keep" -> {
                configs.put("cleanup.policy", "delete");
                configs.put("retention.ms", "-1");
            }
            case "delete" -> {
                configs.put("cleanup.policy", "delete");
                Duration retention = Duration.parse(String.valueOf(topic.get("retention")));
                configs.put("retention.ms", Long.toString(retention.toMillis()));
            }
            default ->
                throw new IllegalArgumentException("topic " + topic.get("name")
                        + ": cleanup is compact, keep or delete, not " + topic.get("cleanup"));
        }
        configs.put("max.message.bytes", "4194304");
        Object own = topic.get("partitions");
        return new TopicPlan((String) required(topic, "name"), own == null ? partitions : (Integer) own, configs);
    }

    private static Object required(Map<?, ?> map, String name) {
        Object value = map.get(name);
        if (value == null) throw new IllegalArgumentException("topics.yaml: '" + name + "' is missing");
        return value;
    }
}
