package io.pacelight.kit.stream;

import io.pacelight.events.Topics;
import io.pacelight.kit.observe.KitMeters;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets aside what can't be taken, with its reason and original headers: on the service's shelf and on the topic. */
public final class Quarantine {
    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    private final String service;
    private final QuarantineShelf shelf;
    private final Producer<byte[], byte[]> producer;
    private final KitMeters meters;

    public Quarantine(String service, QuarantineShelf shelf, Producer<byte[], byte[]> producer, KitMeters meters) {
        this.service = service;
        this.shelf = shelf;
        this.producer = producer;
        this.meters = meters;
    }

    /** Returns when all are kept; nothing is lost if it throws, since their offsets are not committed then. */
    void setAside(Map<RawRecord, String> reasons) {
        if (reasons.isEmpty()) return;
        Instant now = Instant.now();
        List<QuarantinedRecord> kept = new ArrayList<>();
        List<Future<?>> sent = new ArrayList<>();
        reasons.forEach((raw, reason) -> {
            kept.add(quarantined(raw, reason, now));
            sent.add(producer.send(toTopic(raw, reason)));
            LOG.atWarn()
                    .addKeyValue("topic", raw.place().topic())
                    .addKeyValue("partition", raw.place().partition())
                    .addKeyValue("offset", raw.place().offset())
                    .addKeyValue("reason", reason)
                    .log("record quarantined");
        });
        shelf.put(kept);
        await(sent);
        meters.quarantined(reasons.size());
    }

    private static void await(List<Future<?>> sent) {
        try {
            for (Future<?> acknowledgement : sent) acknowledgement.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while quarantining", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the quarantine topic did not take a record", e);
        }
    }

    private static QuarantinedRecord quarantined(RawRecord raw, String reason, Instant now) {
        List<QuarantinedRecord.RawHeader> headers = new ArrayList<>();
        for (Header header : raw.headers()) headers.add(new QuarantinedRecord.RawHeader(header.key(), header.value()));
        Received.Place place = raw.place();
        String id = place.topic() + '|' + place.partition() + '|' + place.offset();
        return new QuarantinedRecord(
                id,
                place.topic(),
                place.partition(),
                place.offset(),
                reason,
                now,
                raw.key(),
                raw.value(),
                headers,
                null);
    }

    private ProducerRecord<byte[], byte[]> toTopic(RawRecord raw, String reason) {
        RecordHeaders headers = new RecordHeaders(raw.headers());
        add(headers, "pacelight_service", service);
        add(headers, "pacelight_reason", reason);
        add(headers, "pacelight_topic", raw.place().topic());
        add(headers, "pacelight_partition", Integer.toString(raw.place().partition()));
        add(headers, "pacelight_offset", Long.toString(raw.place().offset()));
        return new ProducerRecord<>(Topics.QUARANTINE, null, raw.key(), raw.value(), headers);
    }

    private static void add(RecordHeaders headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
