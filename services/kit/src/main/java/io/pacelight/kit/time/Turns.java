package io.pacelight.kit.time;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Does things again and again, one at a time on a thread of its own, from the start of the service to its end. A turn
 * that fails is tried again at its next time; stopping waits for the turn that is under way.
 */
public final class Turns implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final long LAST_TURN_SECONDS = 10;

    private record Turn(Duration pause, Runnable work) {}

    private final String name;
    private final List<Turn> turns = new ArrayList<>();
    private volatile @Nullable ScheduledExecutorService timer;

    /** @param name of the thread and in logs */
    public Turns(String name) {
        this.name = name;
    }

    /** Adds what is done first at the start and then whenever {@code pause} has passed since it ended. */
    public Turns every(Duration pause, Runnable work) {
        turns.add(new Turn(pause, work));
        return this;
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
        for (Turn turn : turns) {
            var _ = started.scheduleWithFixedDelay(
                    () -> quietly(turn.work()), 0, turn.pause().toMillis(), TimeUnit.MILLISECONDS);
        }
        timer = started;
    }

    /** Whatever is thrown would end the turns for good. */
    private void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            LOG.atWarn()
                    .addKeyValue("turns", name)
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
            if (!running.awaitTermination(LAST_TURN_SECONDS, TimeUnit.SECONDS)) running.shutdownNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }
}
