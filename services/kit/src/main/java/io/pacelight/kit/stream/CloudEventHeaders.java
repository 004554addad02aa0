package io.pacelight.kit.stream;

import io.pacelight.events.Envelope;
import io.pacelight.events.Event;
import io.pacelight.events.EventCatalogue;
import io.pacelight.events.EventJson;
import io.pacelight.events.UnreadableEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0 over Kafka in binary mode: attributes as {@code ce_} headers, the data as the record's value. */
public final class CloudEventHeaders {
    private static final String SPEC_VERSION = "1.0";

    private CloudEventHeaders() {}

    public static ProducerRecord<byte[], byte[]> write(Envelope<?> event) {
        Headers headers = new RecordHeaders();
        add(headers, "ce_specversion", SPEC_VERSION);
        add(headers, "ce_id", event.id());
        add(headers, "ce_type", event.type());
        add(headers, "ce_source", event.source());
        add(headers, "ce_subject", event.subject());
        add(headers, "ce_time", event.time().toString());
        add(headers, "ce_sequence", Long.toString(event.sequence()));
        add(headers, "content-type", "application/json");
        if (event.traceparent() != null) add(headers, "traceparent", event.traceparent());
        byte[] key = event.data().key().getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(event.topic(), null, key, EventJson.write(event.data()), headers);
    }

    /**
     * Reads one record.
     *
     * @return empty for a type that this version does not know: a consumer skips it
     * @throws UnreadableEvent if the record breaks the contract
     */
    public static Optional<Envelope<? extends Event>> read(Headers headers, byte @Nullable [] value)
            throws UnreadableEvent {
        String type = required(headers, "ce_type");
        Optional<EventCatalogue.Entry> entry = EventCatalogue.find(type);
        if (entry.isEmpty()) return Optional.empty();
        if (value == null) throw new UnreadableEvent("the record has no value");
        return Optional.of(new Envelope<>(
                required(headers, "ce_id"),
                required(headers, "ce_source"),
                required(headers, "ce_subject"),
                sequence(required(headers, "ce_sequence")),
                time(required(headers, "ce_time")),
                text(headers, "traceparent"),
                EventJson.read(value, entry.get().record())));
    }

    private static long sequence(String text) throws UnreadableEvent {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new UnreadableEvent("header 'ce_sequence' is not a whole number");
        }
    }

    private static Instant time(String text) throws UnreadableEvent {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new UnreadableEvent("header 'ce_time' is not an ISO-8601 instant");
        }
    }

    private static String required(Headers headers, String name) throws UnreadableEvent {
        String value = text(headers, name);
        if (value == null || value.isEmpty()) throw new UnreadableEvent("header '" + name + "' is missing");
        return value;
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
