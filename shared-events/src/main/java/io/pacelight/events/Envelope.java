package io.pacelight.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as it travels: CloudEvents 1.0 attributes beside the data.
 *
 * @param id UUIDv5 of cause, type, subject and sequence ({@link EventIds}), so a repeat has the same id
 * @param source the service that owns the fact, such as {@code /pacelight/progression}
 * @param subject the document that the fact is about; {@code sequence} counts within it
 * @param sequence position of the event among all events of its document, ascending
 * @param time when it happened, in school time
 * @param traceparent W3C trace context of what led to it, if that is followed; kept with the event, so a repeat has the
 *     same
 */
public record Envelope<E extends Event>(
        String id,
        String source,
        String subject,
        long sequence,
        Instant time,
        @Nullable String traceparent,
        E data) {

    /** The same event, followed under another trace context (W3C), or under none. */
    public Envelope<E> followedBy(@Nullable String context) {
        return new Envelope<>(id, source, subject, sequence, time, context, data);
    }

    public String type() {
        return EventCatalogue.of(data).type();
    }

    public String topic() {
        return EventCatalogue.of(data).topic();
    }
}
