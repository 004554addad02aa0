package io.pacelight.kit.stream;

import io.pacelight.events.Envelope;
import io.pacelight.events.Event;
import io.pacelight.events.EventCatalogue;
import io.pacelight.events.EventJson;
import io.pacelight.events.IsoInstant;
import io.pacelight.events.UnreadableEvent;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
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
        String id = null;
        String type = null;
        String source = null;
        String subject = null;
        String time = null;
        String sequence = null;
        String traceparent = null;
        for (Header header : headers) { // of two of one name the last one counts
            switch (header.key()) {
                case "ce_id" -> id = text(header);
                case "ce_type" -> type = text(header);
                case "ce_source" -> source = text(header);
                case "ce_subject" -> subject = text(header);
                case "ce_time" -> time = text(header);
                case "ce_sequence" -> sequence = text(header);
                case "traceparent" -> traceparent = text(header);
                default -> {}
            }
        }
        Optional<EventCatalogue.Entry> entry = EventCatalogue.find(required("ce_type", type));
        if (entry.isEmpty()) return Optional.empty();
        if (value == null) throw new UnreadableEvent("the record has no value");
        return Optional.of(new Envelope<>(
                required("ce_id", id),
                required("ce_source", source),
                required("ce_subject", subject),
                sequence(required("ce_sequence", sequence)),
                time(required("ce_time", time)),
                traceparent,
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
            return IsoInstant.parse(text);
        } catch (DateTimeException e) {
            throw new UnreadableEvent("header 'ce_time' is not an ISO-8601 instant");
        }
    }

    private static String required(String name, @Nullable String value) throws UnreadableEvent {
        if (value == null || value.isEmpty()) throw new UnreadableEvent("header '" + name + "' is missing");
        return value;
    }

    private static @Nullable String text(Header header) {
        return header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
