package io.pacelight.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What {@code topics.yaml} on the class path plans. */
final class TopicPlans {
    /** One topic; {@code retention} only where the cleanup is {@code delete}. */
    record Plan(
            String name,
            int partitions,
            String cleanup,
            @Nullable Duration retention) {
        String keeps() {
            return switch (cleanup) {
                case "compact" -> "the latest of every key, for ever";
                case "keep" -> "everything, for ever";
                case "delete" -> "everything, for " + length(retention);
                default -> throw new IllegalStateException(name + " has the cleanup " + cleanup);
            };
        }

        private static String length(@Nullable Duration duration) {
            if (duration == null) throw new IllegalStateException("a topic that is deleted from has a retention");
            long hours = duration.toHours();
            if (hours % 24 == 0) return hours / 24 == 1 ? "1 day" : hours / 24 + " days";
            return hours == 1 ? "1 hour" : hours + " hours";
        }
    }

    private TopicPlans() {}

    static List<Plan> all() {
        try (InputStream yaml = TopicPlans.class.getResourceAsStream("/topics.yaml")) {
            if (yaml == null) throw new IllegalStateException("topics.yaml is not on the class path");
            JsonNode file = YAMLMapper.shared().readTree(yaml);
            List<Plan> plans = new ArrayList<>();
            for (JsonNode topic : file.path("topics"))
                plans.add(new Plan(
                        topic.path("name").stringValue(),
                        topic.path("partitions").asInt(file.path("partitions").asInt()),
                        topic.path("cleanup").stringValue(),
                        topic.has("retention")
                                ? Duration.parse(topic.path("retention").stringValue())
                                : null));
            return plans;
        } catch (IOException e) {
            throw new UncheckedIOException("topics.yaml", e);
        }
    }
}
