package io.pacelight.kit.observe;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads the {@link StoreGauge}s in turn, on one thread, so that a scrape never waits for the store. A reading that took
 * long rests ten times as long: measuring takes at most a tenth of one connection's time, however large the store has
 * become. A gauge that could not be read shows NaN, never an old number.
 */
public final class StoreGauges implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(StoreGauges.class);
    private static final int REST = 10;

    private final List<Reading> readings;
    private final Duration every;
    private volatile @Nullable ScheduledExecutorService timer;

    /** @param every how long a quick reading rests */
    public StoreGauges(List<StoreGauge> gauges, Duration every, MeterRegistry registry) {
        this.every = every;
        this.readings =
                gauges.stream().map(gauge -> new Reading(gauge, registry)).toList();
    }

    private static final class Reading {
        private final StoreGauge gauge;
        private volatile double value = Double.NaN;

        Reading(StoreGauge gauge, MeterRegistry registry) {
            this.gauge = gauge;
            Gauge.builder(gauge.meter().meterName(), this, reading -> reading.value)
                    .description(gauge.meter().description())
                    .baseUnit(gauge.unit())
                    .tags(gauge.tags())
                    .register(registry);
        }

        /** Reads, and says how many nanoseconds that took. */
        long read() {
            long begun = System.nanoTime();
            try {
                value = gauge.reading().getAsDouble();
            } catch (RuntimeException e) {
                value = Double.NaN;
                LOG.atWarn()
                        .addKeyValue("meter", gauge.meter().meterName())
                        .addKeyValue("error", e.getClass().getSimpleName())
                        .log("could not be measured, again soon");
            }
            return System.nanoTime() - begun;
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("store-gauges").factory());
        timer = started;
        for (Reading reading : readings) started.execute(() -> again(started, reading));
    }

    @SuppressWarnings("ReferenceEquality") // stopped, or started anew: then another timer goes on
    private void again(ScheduledExecutorService on, Reading reading) {
        long took = reading.read();
        if (timer != on) return;
        var _ = on.schedule(() -> again(on, reading), Math.max(every.toNanos(), REST * took), TimeUnit.NANOSECONDS);
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = timer;
        timer = null;
        if (running != null) running.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }
}
