package io.pacelight.reporting.application;

import io.pacelight.reporting.domain.rollup.Latencies;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long it takes from an attempt being recorded to its judgement being visible, over all instances. */
public interface Freshness {
    /** Adds one wall-clock duration; {@code at} is the event's school time. */
    void visible(String district, @Nullable Long millis, Instant at);

    /** What is known of the last five minutes. */
    Recent recent(String district);

    /** Latencies and the school time of the last event that became visible. */
    record Recent(Latencies latencies, @Nullable Instant lastEventAt) {}
}
