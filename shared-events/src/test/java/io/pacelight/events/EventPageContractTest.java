package io.pacelight.events;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page that people read is the contract that the services keep. */
class EventPageContractTest {
    @Test
    void the_page_of_events_is_up_to_date() {
        ContractFile.check("docs/events.md", page());
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Events

                What the services tell each other on Kafka. This page follows from the records in `shared-events`; after a change,
                `mvn -pl shared-events test -Dpacelight.contract.write=true` writes it anew, with the schemas and the AsyncAPI document.

                A record travels as a CloudEvent 1.0 in binary mode: the attributes are headers (`ce_id`, `ce_type`, `ce_source`, `ce_subject`,
                `ce_sequence`, `ce_time`, `traceparent`), the value is the event's JSON. Every type has a
                [JSON Schema](../shared-events/src/main/resources/schemas) and [golden files](../shared-events/src/test/resources/golden)
                that stay readable for ever; [asyncapi.yaml](../shared-events/src/main/resources/asyncapi.yaml) has all of it for tools.

                - Delivery is at least once. A repeat has the same `ce_id`; within one `ce_subject` the `ce_sequence` ascends.
                - A consumer ignores fields and types that it does not know. A record that breaks the contract goes to `pacelight.quarantine.v1`.
                - An optional field may be added, with a new golden file. Anything else is a new version, and so a new type.

                ## Topics

                | topic | partitions | keeps |
                |---|---|---|
                """);
        for (TopicPlans.Plan plan : TopicPlans.all())
            page.append("| `%s` | %d | %s |\n".formatted(plan.name(), plan.partitions(), plan.keeps()));
        page.append("\n## Types\n\n| type | topic | key | what it says |\n|---|---|---|---|\n");
        for (EventCatalogue.Entry entry : EventCatalogue.entries())
            page.append(row(List.of(
                    "[`%s`](../%s)".formatted(entry.type(), Schemas.path(entry)),
                    "`" + entry.topic() + "`",
                    "`" + KeyTemplates.of(entry).replace("|", "\\|") + "`",
                    Sentences.of(entry.record()).replace("|", "\\|"))));
        return page.toString();
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
