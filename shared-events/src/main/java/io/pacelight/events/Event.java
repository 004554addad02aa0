package io.pacelight.events;

/** A fact that left the service which owns it. */
public sealed interface Event permits ReferenceEvent, StudentEvent {
    String district();

    /** The Kafka key: everything with one key is in one partition and in one order. */
    String key();
}
