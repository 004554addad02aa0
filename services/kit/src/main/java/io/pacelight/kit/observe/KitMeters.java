package io.pacelight.kit.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What every service measures; the names are {@link KitMeter}'s. No tag ever holds a person. Counters stand at zero from
 * the start, so that a rate over a service's first increment is not lost.
 */
public final class KitMeters {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final MeterRegistry registry;
    private final Counter records;
    private final Counter applied;
    private final Counter repeats;
    private final Counter conflicts;
    private final Counter quarantined;
    private final ConcurrentHashMap<String, Timer> batches = new ConcurrentHashMap<>();

    public KitMeters(MeterRegistry registry) {
        this.registry = registry;
        records = counter(KitMeter.RECORDS);
        applied = counter(KitMeter.APPLIED);
        repeats = counter(KitMeter.REPEATS);
        conflicts = counter(KitMeter.CONFLICTS);
        quarantined = counter(KitMeter.QUARANTINED);
    }

    /** Announces a binding, before its first poll. */
    public void open(String binding) {
        batches.computeIfAbsent(
                binding,
                name -> Timer.builder(KitMeter.BATCH.meterName())
                        .description(KitMeter.BATCH.description())
                        .tag("binding", name)
                        .publishPercentileHistogram()
                        .minimumExpectedValue(SHORTEST)
                        .maximumExpectedValue(LONGEST)
                        .register(registry));
    }

    /** Times one poll's handling, failed ones included. */
    public void batch(String binding, int count, Runnable handling) {
        records.increment(count);
        open(binding);
        Timer timer = batches.get(binding);
        if (timer == null) throw new IllegalStateException("binding " + binding + " was not opened");
        timer.record(handling);
    }

    public void folded(int newOnes, int repeated, int conflicting) {
        applied.increment(newOnes);
        repeats.increment(repeated);
        conflicts.increment(conflicting);
    }

    public void quarantined(int count) {
        quarantined.increment(count);
    }

    private Counter counter(KitMeter meter) {
        return Counter.builder(meter.meterName())
                .description(meter.description())
                .register(registry);
    }
}
