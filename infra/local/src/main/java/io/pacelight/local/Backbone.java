package io.pacelight.local;

import io.pacelight.embedded.EmbeddedBroker;
import io.pacelight.embedded.EmbeddedStore;
import io.pacelight.embedded.MailSink;
import io.pacelight.embedded.TopicSpec;
import io.pacelight.kit.stream.TopicPlan;
import java.nio.file.Path;

/** What the services stand on: the broker, the store, and the sink for their mail. */
public record Backbone(EmbeddedBroker broker, EmbeddedStore store, MailSink mail) {
    static Backbone start(Path data, Steps steps, Running running) {
        EmbeddedStore store = running.add(steps.step("store", () -> EmbeddedStore.start(data.resolve("store"), 0)));
        EmbeddedBroker broker = running.add(steps.step("broker", () -> {
            EmbeddedBroker started = EmbeddedBroker.start(data.resolve("broker"), 0);
            started.createTopics(TopicPlan.load().stream()
                    .map(plan -> new TopicSpec(plan.name(), plan.partitions(), plan.configs()))
                    .toList());
            return started;
        }));
        MailSink mail = running.add(steps.step("mail sink", () -> MailSink.start(0)));
        return new Backbone(broker, store, mail);
    }
}
