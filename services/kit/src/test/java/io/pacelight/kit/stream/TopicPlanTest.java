package io.pacelight.kit.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pacelight.events.Topics;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicPlanTest {
    private static final String LARGE = "4194304";

    private static InputStream yaml(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void cleanup_is_told_in_the_words_of_kafka() {
        assertThat(TopicPlan.read(yaml("""
                        partitions: 8
                        topics:
                          - { name: a, cleanup: compact }
                          - { name: b, cleanup: keep, partitions: 4 }
                          - { name: c, cleanup: delete, retention: PT1H }
                        """)))
                .containsExactly(
                        new TopicPlan("a", 8, Map.of("cleanup.policy", "compact", "max.message.bytes", LARGE)),
                        new TopicPlan(
                                "b",
                                4,
                                Map.of("cleanup.policy", "delete", "retention.ms", "-1", "max.message.bytes", LARGE)),
                        new TopicPlan(
                                "c",
                                8,
                                Map.of(
                                        "cleanup.policy",
                                        "delete",
                                        "retention.ms",
                                        "3600000",
                                        "max.message.bytes",
                                        LARGE)));
    }

    @Test
    void what_is_missing_or_unknown_is_named() {
        assertThatThrownBy(() -> TopicPlan.read(yaml("topics: []"))).hasMessage("topics.yaml: 'partitions' is missing");
        assertThatThrownBy(() -> TopicPlan.read(yaml("{ partitions: 8, topics: [ { name: a, cleanup: sweep } ] }")))
                .hasMessage("topic a: cleanup is compact, keep or delete, not sweep");
    }

    @Test
    void the_plan_of_the_house_is_on_the_class_path() {
        assertThat(TopicPlan.load()).extracting(TopicPlan::name).contains(Topics.ATTEMPTS, Topics.QUARANTINE);
    }

    @Test
    void the_topics_known_as_compacted_are_those_of_the_plan() {
        assertThat(TopicPlan.load().stream()
                        .filter(plan -> "compact".equals(plan.configs().get("cleanup.policy")))
                        .map(TopicPlan::name))
                .containsExactlyInAnyOrderElementsOf(Topics.COMPACTED);
    }
}
