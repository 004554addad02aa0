package io.pacelight.kit.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.ConcurrentHashMap;

/** What every service measures; the names are {@link KitMeter}'s. No tag ever holds a person. */
public final class KitMeters {
    private final MeterRegistry registry;
    private final ConcurrentHashMap<String, Timer> batches = new ConcurrentHashMap<>();

    public KitMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Times one poll's handling, failed ones included. */
    public void batch(String binding, int records, Runnable handling) {
        counter(KitMeter.RECORDS).increment(records);
        batches.computeIfAbsent(
                        binding,
                        name -> Timer.builder(KitMeter.BATCH.meterName())
                                .description(KitMeter.BATCH.description())
                                .tag("binding", name)
                                .publishPercentileHistogram()
                                .register(registry))
                .record(handling);
    }

    public void folded(int applied, int repeats, int conflicts) {
        counter(KitMeter.APPLIED).increment(applied);
        counter(KitMeter.REPEATS).increment(repeats);
        counter(KitMeter.CONFLICTS).increment(conflicts);
    }

    public void quarantined(int records) {
        counter(KitMeter.QUARANTINED).increment(records);
    }

    private Counter counter(KitMeter meter) {
        return Counter.builder(meter.meterName())
                .description(meter.description())
                .register(registry);
    }
}
