package io.pacelight.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class SharedTestPlatformIT {
    private static final TopicSpec TASKS = new TopicSpec("test-platform-it.tasks", 4, Map.of("retention.ms", "-1"));

    @Test
    void its_properties_lead_to_a_broker_with_the_topics_and_to_a_store() throws Exception {
        Map<String, String> properties = TestPlatform.properties(List.of(TASKS));
        Map<String, String> again = TestPlatform.properties(List.of(TASKS));

        assertThat(again).isEqualTo(properties);
        assertThat(properties.get("spring.cloud.stream.kafka.binder.brokers"))
                .isEqualTo(properties.get("spring.kafka.bootstrap-servers"));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestPlatform.bootstrapServers()))) {
            int partitions = admin.describeTopics(List.of(TASKS.name()))
                    .allTopicNames()
                    .get(10, TimeUnit.SECONDS)
                    .get(TASKS.name())
                    .partitions()
                    .size();
            assertThat(partitions).isEqualTo(4);
        }
        try (MongoClient client = MongoClients.create(properties.get("spring.mongodb.uri"))) {
            assertThat(client.getDatabase("test_platform_it")
                            .runCommand(new Document("ping", 1))
                            .get("ok"))
                    .isEqualTo(1.0);
        }
    }
}
