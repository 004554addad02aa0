package io.pacelight.kit.time;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * How many school seconds pass in one second of the wall clock, as observed: 1 but for demos that speed school time up.
 * Durations of school time divided by it are durations of the wall clock.
 */
public final class SchoolSpeed {
    private static final long SAMPLE_NANOS = Duration.ofSeconds(5).toNanos();

    private final LongSupplier nanos;
    private Instant sampledAt;
    private long sampledNanos;
    private double speed = 1;

    /** @param nanos the wall clock's monotonic nanoseconds */
    public SchoolSpeed(Instant begun, LongSupplier nanos) {
        this.nanos = nanos;
        sampledAt = begun;
        sampledNanos = nanos.getAsLong();
    }

    /** The speed at {@code now} of school time; never below 1. */
    public synchronized double at(Instant now) {
        long elapsed = nanos.getAsLong() - sampledNanos;
        if (elapsed < SAMPLE_NANOS / 50) return speed;
        speed = Math.max(1, (double) Duration.between(sampledAt, now).toNanos() / elapsed);
        if (elapsed >= SAMPLE_NANOS) {
            sampledAt = now;
            sampledNanos = nanos.getAsLong();
        }
        return speed;
    }
}
