package io.pacelight.kit.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pacelight.embedded.TestPlatform;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class TopicsIT {
    private static final Admin ADMIN = Admin.create(Map.of("bootstrap.servers", TestPlatform.bootstrapServers()));

    private final String name = "plan." + UUID.randomUUID();
    private final TopicPlan plan = new TopicPlan(name, 4, Map.of("cleanup.policy", "delete", "retention.ms", "-1"));

    @AfterAll
    static void close() {
        ADMIN.close();
    }

    @Test
    void a_missing_topic_is_created_and_then_left_alone() {
        assertThat(Topics.apply(ADMIN, List.of(plan))).containsExactly("created " + name);
        assertThat(Topics.apply(ADMIN, List.of(plan))).isEmpty();
    }

    @Test
    void a_retention_that_somebody_changed_is_set_again() throws Exception {
        Topics.apply(ADMIN, List.of(plan));
        ADMIN.incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.TOPIC, name),
                        List.of(new AlterConfigOp(new ConfigEntry("retention.ms", "1000"), AlterConfigOp.OpType.SET))))
                .all()
                .get();

        assertThat(Topics.apply(ADMIN, List.of(plan))).containsExactly("set " + name + ": retention.ms");
    }

    @Test
    void another_number_of_partitions_is_refused_and_nothing_is_created() {
        Topics.apply(ADMIN, List.of(plan));
        String other = "plan." + UUID.randomUUID();

        assertThatThrownBy(() -> Topics.apply(
                        ADMIN, List.of(new TopicPlan(other, 4, Map.of()), new TopicPlan(name, 8, plan.configs()))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(name + " has 4 partitions, the plan says 8");
        assertThat(Topics.apply(ADMIN, List.of(new TopicPlan(other, 4, Map.of()))))
                .containsExactly("created " + other);
    }
}
