package io.pacelight.canary;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Lets each canary make its rounds, on a thread of its own: a district that hangs keeps no other waiting. */
final class Flight implements SmartLifecycle {
    private final Duration every;
    private final List<Canary> canaries = new ArrayList<>();
    private volatile @Nullable ScheduledExecutorService timer;

    Flight(Duration every) {
        this.every = every;
    }

    void add(Canary canary) {
        canaries.add(canary);
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newScheduledThreadPool(
                canaries.size(), Thread.ofPlatform().daemon().name("canary-", 0).factory());
        for (Canary canary : canaries) {
            var _ = started.scheduleAtFixedRate(canary::round, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        }
        timer = started;
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
