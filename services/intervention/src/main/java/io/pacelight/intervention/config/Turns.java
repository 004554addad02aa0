package io.pacelight.intervention.config;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Does one thing again and again on a thread of its own, until the service stops; a turn that fails is tried again. */
final class Turns implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    private final String name;
    private final Duration every;
    private final IntSupplier turn;
    private final Counter done;
    private volatile @Nullable ScheduledExecutorService timer;

    Turns(InterventionMeter meter, Duration every, IntSupplier turn, MeterRegistry registry) {
        this.name = meter.meterName();
        this.every = every;
        this.turn = turn;
        this.done = Counter.builder(meter.meterName())
                .description(meter.description())
                .register(registry);
    }

    @Override
    public void start() {
        ScheduledExecutorService started = java.util.concurrent.Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
        started.scheduleWithFixedDelay(this::once, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        timer = started;
    }

    private void once() {
        try {
            int count = turn.getAsInt();
            if (count > 0) done.increment(count);
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("turn", name)
                    .addKeyValue("error", e.getClass().getSimpleName())
                    .log("turn failed, next one soon");
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = timer;
        timer = null;
        if (running == null) return;
        running.shutdown();
        try {
            if (!running.awaitTermination(10, TimeUnit.SECONDS)) running.shutdownNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }
}
