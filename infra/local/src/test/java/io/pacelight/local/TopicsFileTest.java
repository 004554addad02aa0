package io.pacelight.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.embedded.TopicSpec;
import io.pacelight.events.Topics;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsFileTest {
    @Test
    void cleanup_is_told_in_the_words_of_kafka() {
        String yaml = """
                partitions: 8
                topics:
                  - { name: a, cleanup: compact }
                  - { name: b, cleanup: keep, partitions: 4 }
                  - { name: c, cleanup: delete, retention: PT1H }
                """;
        assertThat(TopicsFile.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))))
                .containsExactly(
                        new TopicSpec("a", 8, Map.of("cleanup.policy", "compact")),
                        new TopicSpec("b", 4, Map.of("cleanup.policy", "delete", "retention.ms", "-1")),
                        new TopicSpec("c", 8, Map.of("cleanup.policy", "delete", "retention.ms", "3600000")));
    }

    @Test
    void the_file_of_the_house_is_on_the_class_path() {
        assertThat(TopicsFile.onClassPath()).extracting(TopicSpec::name).contains(Topics.ATTEMPTS, Topics.QUARANTINE);
    }
}
