package io.pacelight.local;

import io.pacelight.embedded.TopicSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The topics of {@code topics.yaml}, in Kafka's words. */
final class TopicsFile {
    private static final String RESOURCE = "/topics.yaml";

    private TopicsFile() {}

    static List<TopicSpec> onClassPath() {
        try (InputStream in = TopicsFile.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("topics.yaml is not on the class path");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<TopicSpec> read(InputStream yaml) {
        Map<?, ?> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        int partitions = (Integer) required(file, "partitions");
        List<TopicSpec> topics = new ArrayList<>();
        for (Object row : (List<?>) required(file, "topics")) {
            Map<?, ?> topic = (Map<?, ?>) row;
            Object own = topic.get("partitions");
            topics.add(new TopicSpec(
                    (String) required(topic, "name"),
                    own instanceof Integer count ? count : partitions,
                    configs(topic)));
        }
        return topics;
    }

    private static Object required(Map<?, ?> row, String key) {
        return Objects.requireNonNull(row.get(key), () -> "topics.yaml: " + row + " lacks " + key);
    }

    private static Map<String, String> configs(Map<?, ?> topic) {
        String cleanup = String.valueOf(topic.get("cleanup"));
        return switch (cleanup) {
            case "compact" -> Map.of("cleanup.policy", "compact");
            case "keep" -> Map.of("cleanup.policy", "delete", "retention.ms", "-1");
            case "delete" ->
                Map.of(
                        "cleanup.policy",
                        "delete",
                        "retention.ms",
                        Long.toString(Duration.parse(String.valueOf(topic.get("retention")))
                                .toMillis()));
            default ->
                throw new IllegalStateException(
                        "topics.yaml: %s has the unknown cleanup '%s'".formatted(topic.get("name"), cleanup));
        };
    }
}
