package io.pacelight.local;

import io.pacelight.embedded.EmbeddedBroker;
import io.pacelight.embedded.EmbeddedStore;
import io.pacelight.embedded.MailSink;
import java.nio.file.Path;

/** What the services stand on: the broker, the store, and the sink for their mail. */
public record Backbone(EmbeddedBroker broker, EmbeddedStore store, MailSink mail) {
    static Backbone start(Path data, Steps steps, Running running) {
        EmbeddedStore store = running.add(steps.step("store", () -> EmbeddedStore.start(data.resolve("store"), 0)));
        EmbeddedBroker broker = running.add(steps.step("broker", () -> {
            EmbeddedBroker started = EmbeddedBroker.start(data.resolve("broker"), 0);
            started.createTopics(TopicsFile.onClassPath());
            return started;
        }));
        MailSink mail = running.add(steps.step("mail sink", () -> MailSink.start(0)));
        return new Backbone(broker, store, mail);
    }
}
