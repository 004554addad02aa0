package io.pacelight.kit.stream;

import io.opentelemetry.api.trace.SpanKind;
import io.pacelight.events.Envelope;
import io.pacelight.events.Event;
import io.pacelight.events.UnreadableEvent;
import io.pacelight.kit.observe.KitMeters;
import io.pacelight.kit.observe.Traces;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;

/**
 * The function behind a batch binding: takes bytes (given a typed list, the binder silently drops what it cannot
 * convert), reads them, hands on what is readable, quarantines the rest, and returns when all of it is safe.
 */
public final class EventStream implements Consumer<Message<List<byte[]>>> {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    private final String binding;
    private final BatchHandler handler;
    private final Quarantine quarantine;
    private final QuarantineShelf shelf;
    private final Positions positions;
    private final KitMeters meters;
    private final Traces traces;

    public EventStream(
            String binding,
            BatchHandler handler,
            Quarantine quarantine,
            QuarantineShelf shelf,
            Positions positions,
            KitMeters meters,
            Traces traces) {
        this.binding = binding;
        this.handler = handler;
        this.quarantine = quarantine;
        this.shelf = shelf;
        this.positions = positions;
        this.meters = meters;
        this.traces = traces;
        meters.open(binding);
    }

    /** The name that the binding's records and lag are known by. */
    public String binding() {
        return binding;
    }

    @Override
    public void accept(Message<List<byte[]>> message) {
        List<RawRecord> records = records(message);
        try {
            meters.batch(binding, records.size(), () -> take(records));
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("binding", binding)
                    .addKeyValue("records", records.size())
                    .addKeyValue("error", e.getClass().getSimpleName())
                    .log("poll not handled, it comes again");
            throw e;
        }
        positions.handled(binding, records.stream().map(RawRecord::place).toList());
    }

    /** Takes a quarantined record once more; it stays in quarantine if it still can't be taken. */
    public Optional<String> replay(QuarantinedRecord record, Instant now) {
        RecordHeaders headers = new RecordHeaders();
        for (QuarantinedRecord.RawHeader header : record.headers()) headers.add(header.name(), header.value());
        Received.Place place = new Received.Place(record.topic(), record.partition(), record.offset());
        Map<RawRecord, String> bad = handled(List.of(new RawRecord(place, record.key(), record.value(), headers)));
        if (!bad.isEmpty()) return Optional.of(bad.values().iterator().next());
        shelf.replayed(record.id(), now);
        return Optional.empty();
    }

    private void take(List<RawRecord> records) {
        quarantine.setAside(handled(records));
    }

    private Map<RawRecord, String> handled(List<RawRecord> records) {
        Map<RawRecord, String> bad = new LinkedHashMap<>();
        List<Received> readable = new ArrayList<>(records.size());
        Map<Received.Place, RawRecord> byPlace = new HashMap<>(records.size() * 2);
        for (RawRecord raw : records) {
            byPlace.put(raw.place(), raw);
            try {
                Optional<Envelope<? extends Event>> event = CloudEventHeaders.read(raw.headers(), raw.value());
                event.ifPresent(envelope -> readable.add(new Received(envelope, raw.place())));
            } catch (UnreadableEvent e) {
                bad.put(raw, String.valueOf(e.getMessage()));
            }
        }
        followed(readable).forEach((place, reason) -> {
            RawRecord raw = byPlace.get(place);
            if (raw != null) bad.put(raw, reason);
        });
        return bad;
    }

    private Map<Received.Place, String> followed(List<Received> events) {
        try (Traces.Following following =
                traces.batch(binding, events.stream().map(Received::envelope).toList())) {
            List<Received> under = new ArrayList<>(events.size());
            for (Received received : events)
                under.add(
                        received.envelope().traceparent() == null
                                ? received
                                : new Received(
                                        following.open(binding + " process", SpanKind.CONSUMER, received.envelope()),
                                        received.place()));
            try {
                return handler.handle(under);
            } catch (RuntimeException e) {
                following.failed(e);
                throw e;
            }
        }
    }

    private static List<RawRecord> records(Message<List<byte[]>> message) {
        MessageHeaders headers = message.getHeaders();
        List<?> values = message.getPayload();
        List<?> topics = list(headers, KafkaHeaders.RECEIVED_TOPIC);
        List<?> partitions = list(headers, KafkaHeaders.RECEIVED_PARTITION);
        List<?> offsets = list(headers, KafkaHeaders.OFFSET);
        List<?> keys = list(headers, KafkaHeaders.RECEIVED_KEY);
        List<RawRecord> records = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++)
            records.add(new RawRecord(
                    new Received.Place((String) topics.get(i), (Integer) partitions.get(i), (Long) offsets.get(i)),
                    bytes(keys.get(i)),
                    bytes(values.get(i)),
                    recordHeaders(headers, i)));
        return records;
    }

    private static Headers recordHeaders(MessageHeaders headers, int index) {
        Object natives = headers.get(KafkaHeaders.NATIVE_HEADERS);
        if (natives instanceof List<?> list) return (Headers) list.get(index);
        RecordHeaders read = new RecordHeaders();
        if (headers.get(KafkaHeaders.BATCH_CONVERTED_HEADERS) instanceof List<?> converted
                && converted.get(index) instanceof Map<?, ?> map)
            map.forEach((name, value) -> {
                byte[] bytes = value instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : bytes(value);
                if (name instanceof String text) read.add(text, bytes);
            });
        return read;
    }

    /** A tombstone comes as an object of its own, not as null. */
    private static byte @Nullable [] bytes(@Nullable Object value) {
        return value instanceof byte[] bytes ? bytes : null;
    }

    private static List<?> list(MessageHeaders headers, String name) {
        if (headers.get(name) instanceof List<?> list) return list;
        throw new IllegalStateException("the binding is not in batch mode: header " + name + " is no list");
    }
}
