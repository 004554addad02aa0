package io.pacelight.kit.stream;

import io.pacelight.events.Envelope;
import io.pacelight.events.Event;

/** An event and where it stood. */
public record Received(Envelope<? extends Event> envelope, Place place) {
    /** A record's address on Kafka; it names the record for ever. */
    public record Place(String topic, int partition, long offset) {}

    public Event event() {
        return envelope.data();
    }
}
