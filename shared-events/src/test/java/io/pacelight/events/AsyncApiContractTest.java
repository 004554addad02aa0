package io.pacelight.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;

/** The AsyncAPI document names the catalogue's types and the plan's topics, and nothing else. */
class AsyncApiContractTest {
    static final List<EventCatalogue.Entry> ENTRIES = EventCatalogue.entries();
    private static final String FOLDER = "shared-events/src/main/resources/";

    private JsonNode document = Tree.read("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    @BeforeEach
    void read() throws IOException {
        ContractFile.check(FOLDER + "asyncapi.yaml", AsyncApiWriter.yaml());
        document =
                AsyncApiWriter.read(Files.readString(ContractFile.repository().resolve(FOLDER + "asyncapi.yaml")));
    }

    @Test
    void its_channels_are_the_topics_of_the_plan() {
        assertThat(document.path("channels").propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        TopicPlans.all().stream().map(TopicPlans.Plan::name).toList());
        for (JsonNode channel : document.path("channels"))
            assertThat(document.path("channels").has(channel.path("address").stringValue()))
                    .isTrue();
    }

    @Test
    void its_messages_are_the_types_of_the_catalogue_and_quarantined_records() {
        List<String> types =
                new ArrayList<>(ENTRIES.stream().map(EventCatalogue.Entry::type).toList());
        types.add(AsyncApiWriter.QUARANTINED);

        assertThat(document.path("components").path("messages").propertyNames())
                .containsExactlyInAnyOrderElementsOf(types);
    }

    @ParameterizedTest
    @FieldSource("ENTRIES")
    void a_type_stands_in_the_channel_of_its_topic_alone(EventCatalogue.Entry entry) {
        List<String> channels = new ArrayList<>();
        document.path("channels").properties().forEach(channel -> {
            if (channel.getValue().path("messages").has(entry.type())) channels.add(channel.getKey());
        });

        assertThat(channels).containsExactly(entry.topic());
    }

    @Test
    void every_reference_leads_somewhere() {
        assertThat(document.findValuesAsString("$ref")).isNotEmpty().allSatisfy(reference -> {
            if (reference.startsWith("#"))
                assertThat(document.at(reference.substring(1)).isObject()).isTrue();
            else
                assertThat(ContractFile.repository().resolve(FOLDER).resolve(reference))
                        .isRegularFile();
        });
    }

    @Test
    void keys_cleanup_and_partitions_are_said() {
        JsonNode attempts =
                document.path("channels").path(Topics.ATTEMPTS).path("bindings").path("kafka");
        JsonNode inputs = document.path("channels")
                .path(Topics.PROGRESSION_INPUTS)
                .path("bindings")
                .path("kafka");
        JsonNode people =
                document.path("channels").path(Topics.PEOPLE).path("bindings").path("kafka");
        JsonNode message = document.path("components").path("messages").path(AttemptRecorded.TYPE);

        assertThat(attempts.path("partitions").intValue()).isEqualTo(8);
        assertThat(attempts.at("/topicConfiguration/retention.ms").longValue()).isEqualTo(-1);
        assertThat(inputs.at("/topicConfiguration/retention.ms").longValue()).isEqualTo(1_209_600_000);
        assertThat(people.at("/topicConfiguration/cleanup.policy/0").stringValue())
                .isEqualTo("compact");
        assertThat(message.at("/bindings/kafka/key/description").stringValue()).isEqualTo("{district}|{student}");
        assertThat(message.at("/headers/properties/ce_type/const").stringValue())
                .isEqualTo("io.pacelight.attempt-recorded.v1");
    }
}
