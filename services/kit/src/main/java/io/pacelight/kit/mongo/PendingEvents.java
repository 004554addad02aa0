package io.pacelight.kit.mongo;

import io.pacelight.events.Envelope;
import io.pacelight.events.Event;
import io.pacelight.events.EventCatalogue;
import io.pacelight.events.EventJson;
import io.pacelight.events.IsoInstant;
import io.pacelight.events.UnreadableEvent;
import java.nio.charset.StandardCharsets;

/** An event inside its document, as it will travel. Times keep their nanoseconds, so they stand as text. */
final class PendingEvents {
    private PendingEvents() {}

    static void write(FieldWriter out, Envelope<?> event) {
        out.put("id", event.id())
                .put("type", event.type())
                .put("source", event.source())
                .put("seq", event.sequence())
                .put("time", event.time().toString())
                .put("trace", event.traceparent())
                .put("data", new String(EventJson.write(event.data()), StandardCharsets.UTF_8));
    }

    static Envelope<?> read(String subject, StoredFields in) {
        String id = in.string("id");
        String type = in.string("type");
        Class<? extends Event> record = EventCatalogue.find(type)
                .orElseThrow(
                        () -> new IllegalStateException("pending event of a type this version does not know: " + type))
                .record();
        try {
            return new Envelope<>(
                    id,
                    in.string("source"),
                    subject,
                    in.number("seq"),
                    IsoInstant.parse(in.string("time")),
                    in.stringOrNone("trace"),
                    EventJson.read(in.string("data").getBytes(StandardCharsets.UTF_8), record));
        } catch (UnreadableEvent e) {
            throw new IllegalStateException("a pending event of " + subject + " is unreadable", e);
        }
    }
}
