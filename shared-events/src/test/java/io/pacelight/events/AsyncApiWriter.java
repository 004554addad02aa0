package io.pacelight.events;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** The AsyncAPI 3.0 document of all topics and events. */
final class AsyncApiWriter {
    static final String QUARANTINED = "quarantined-record";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();
    private static final String BINDING = "0.5.0";

    private final ObjectNode document = JsonMapper.shared().createObjectNode();

    private AsyncApiWriter() {}

    static String yaml() {
        AsyncApiWriter writer = new AsyncApiWriter();
        writer.head();
        writer.channels();
        writer.components();
        return YAML.writeValueAsString(writer.document);
    }

    static JsonNode read(String yaml) {
        return YAML.readTree(yaml);
    }

    private void head() {
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Pacelight events")
                .put("version", "1.0.0")
                .put(
                        "description",
                        "What the services of Pacelight tell each other on Kafka. Records are CloudEvents 1.0 in binary mode:"
                                + " attributes as headers, the data as JSON in the value. Delivery is at least once; a repeat"
                                + " has the same ce_id. A consumer ignores fields and types that it does not know.");
        document.put("defaultContentType", "application/json");
    }

    private void channels() {
        ObjectNode channels = document.putObject("channels");
        for (TopicPlans.Plan plan : TopicPlans.all()) {
            ObjectNode channel = channels.putObject(plan.name());
            channel.put("address", plan.name());
            channel.put("description", description(plan));
            ObjectNode messages = JsonMapper.shared().createObjectNode();
            for (EventCatalogue.Entry entry : EventCatalogue.entries())
                if (entry.topic().equals(plan.name())) reference(messages, entry.type());
            if (plan.name().equals(Topics.QUARANTINE)) reference(messages, QUARANTINED);
            if (!messages.isEmpty()) channel.set("messages", messages);
            kafka(channel, plan);
        }
    }

    private static String description(TopicPlans.Plan plan) {
        String keeps = "Keeps " + plan.keeps() + ".";
        if (plan.name().equals(Topics.QUARANTINE)) return "Records that a service could not take. " + keeps;
        if (plan.name().equals(Topics.REPORTING_CHANGES))
            return "Hints between the instances of reporting, in a form of its own; not for others. " + keeps;
        return keeps;
    }

    private static void reference(ObjectNode messages, String name) {
        messages.putObject(name).put("$ref", "#/components/messages/" + name);
    }

    private static void kafka(ObjectNode channel, TopicPlans.Plan plan) {
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("partitions", plan.partitions());
        ObjectNode configuration = kafka.putObject("topicConfiguration");
        boolean compacted = plan.cleanup().equals("compact");
        configuration.putArray("cleanup.policy").add(compacted ? "compact" : "delete");
        Duration retention = plan.retention();
        if (!compacted) configuration.put("retention.ms", retention == null ? -1 : retention.toMillis());
        kafka.put("bindingVersion", BINDING);
    }

    private void components() {
        ObjectNode components = document.putObject("components");
        ObjectNode messages = components.putObject("messages");
        for (EventCatalogue.Entry entry : EventCatalogue.entries()) event(messages.putObject(entry.type()), entry);
        quarantined(messages.putObject(QUARANTINED));
        ObjectNode traits = components.putObject("messageTraits");
        cloudEvent(traits.putObject("cloud-event"));
    }

    private static void event(ObjectNode message, EventCatalogue.Entry entry) {
        message.put("name", entry.type());
        message.put("title", entry.record().getSimpleName());
        message.put("summary", Sentences.of(entry.record()));
        message.putArray("traits").addObject().put("$ref", "#/components/messageTraits/cloud-event");
        ObjectNode headers = message.putObject("headers");
        headers.put("type", "object");
        headers.putObject("properties").putObject("ce_type").put("const", entry.type());
        message.putObject("payload")
                .put("schemaFormat", "application/schema+json;version=draft-2020-12")
                .putObject("schema")
                .put("$ref", "./schemas/" + entry.type() + ".schema.json");
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key").put("type", "string").put("description", KeyTemplates.of(entry));
        kafka.put("bindingVersion", BINDING);
    }

    private static void cloudEvent(ObjectNode trait) {
        trait.put("contentType", "application/json");
        ObjectNode headers = trait.putObject("headers");
        headers.put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        properties.putObject("ce_specversion").put("type", "string").put("const", "1.0");
        text(properties, "ce_id", "UUIDv5 of cause, type, subject and ordinal: a repeat has the same id.")
                .put("format", "uuid");
        text(properties, "ce_type", "What kind of event the value is.");
        text(properties, "ce_source", "The service that owns the fact, such as /pacelight/progression.")
                .put("format", "uri-reference");
        text(properties, "ce_subject", "The document that the fact is about.");
        text(properties, "ce_time", "When it happened, in school time.").put("format", "date-time");
        text(properties, "ce_sequence", "Position among all events of the subject, ascending.")
                .put("pattern", "^[0-9]+$");
        text(properties, "content-type", "Of the value.").put("const", "application/json");
        text(properties, "traceparent", "W3C trace context of the cause.");
        ArrayNode required = headers.putArray("required");
        List.of("ce_specversion", "ce_id", "ce_type", "ce_source", "ce_subject", "ce_time", "ce_sequence")
                .forEach(required::add);
    }

    private static void quarantined(ObjectNode message) {
        message.put("name", QUARANTINED);
        message.put("title", "Quarantined record");
        message.put(
                "summary",
                "A record as it was, key, value and headers, with the reason why it was set aside and its first place.");
        message.put("contentType", "application/octet-stream");
        ObjectNode headers = message.putObject("headers");
        headers.put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        text(properties, "pacelight_service", "Who set it aside.");
        text(properties, "pacelight_reason", "Why; names places, never values.");
        text(properties, "pacelight_topic", "Where it was read.");
        text(properties, "pacelight_partition", "Where it was read.");
        text(properties, "pacelight_offset", "Where it was read.");
        ArrayNode required = headers.putArray("required");
        properties.propertyNames().forEach(required::add);
    }

    private static ObjectNode text(ObjectNode properties, String name, String description) {
        return properties.putObject(name).put("type", "string").put("description", description);
    }
}
