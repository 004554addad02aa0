package io.pacelight.kit.mongo;

import io.pacelight.events.Envelope;
import io.pacelight.events.Event;
import io.pacelight.events.EventCatalogue;
import io.pacelight.events.EventJson;
import io.pacelight.events.UnreadableEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** Events inside their document, as they will travel. Times keep their nanoseconds, so they stand as text. */
final class PendingEvents {
    private PendingEvents() {}

    static List<Document> write(List<Envelope<?>> events) {
        List<Document> written = new ArrayList<>(events.size());
        for (Envelope<?> event : events)
            written.add(new Document("id", event.id())
                    .append("type", event.type())
                    .append("source", event.source())
                    .append("seq", event.sequence())
                    .append("time", event.time().toString())
                    .append("trace", event.traceparent())
                    .append("data", new String(EventJson.write(event.data()), StandardCharsets.UTF_8)));
        return written;
    }

    static List<Envelope<?>> read(String subject, List<Document> stored) {
        List<Envelope<?>> events = new ArrayList<>(stored.size());
        for (Document event : stored) events.add(envelope(subject, event));
        return events;
    }

    private static Envelope<?> envelope(String subject, Document event) {
        String type = event.getString("type");
        Class<? extends Event> record = EventCatalogue.find(type)
                .orElseThrow(
                        () -> new IllegalStateException("pending event of a type this version does not know: " + type))
                .record();
        try {
            return new Envelope<>(
                    event.getString("id"),
                    event.getString("source"),
                    subject,
                    event.getLong("seq"),
                    Instant.parse(event.getString("time")),
                    event.getString("trace"),
                    EventJson.read(event.getString("data").getBytes(StandardCharsets.UTF_8), record));
        } catch (UnreadableEvent e) {
            throw new IllegalStateException("a pending event of " + subject + " is unreadable", e);
        }
    }
}
