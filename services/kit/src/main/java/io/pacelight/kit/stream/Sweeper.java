package io.pacelight.kit.stream;

import io.pacelight.kit.state.StateFolder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Tells what a crash left untold, and clears out what is known to have arrived. Runs on every instance. */
public final class Sweeper implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final Duration LEFT_BEHIND = Duration.ofSeconds(20);
    private static final long QUIET_NANOS = Duration.ofSeconds(5).toNanos();
    private static final int AT_ONCE = 2_000;

    private final List<StateFolder<?, ?>> folders;
    private volatile @Nullable ScheduledExecutorService timer;

    public Sweeper(List<StateFolder<?, ?>> folders) {
        this.folders = List.copyOf(folders);
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("sweeper-", 0).factory());
        started.scheduleWithFixedDelay(() -> quietly(this::tidy), 2, 2, TimeUnit.SECONDS);
        started.scheduleWithFixedDelay(() -> quietly(this::sweep), 1, 10, TimeUnit.SECONDS);
        timer = started;
    }

    private void tidy() {
        for (StateFolder<?, ?> folder : folders) while (folder.tidy(QUIET_NANOS, AT_ONCE) == AT_ONCE) {}
    }

    private void sweep() {
        for (StateFolder<?, ?> folder : folders) {
            int swept = folder.sweep(Instant.now().minus(LEFT_BEHIND), AT_ONCE);
            if (swept > 0) LOG.atInfo().addKeyValue("documents", swept).log("told what was left behind");
        }
    }

    /** A failing store or broker is tried again at the next turn; an exception would end the turns. */
    private static void quietly(Runnable turn) {
        try {
            turn.run();
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("error", e.getClass().getSimpleName()).log("sweeping failed, next turn soon");
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = timer;
        if (running != null) running.shutdown();
        timer = null;
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }
}
