package io.pacelight.reporting.config;

import io.pacelight.reporting.adapter.out.mongo.MongoFreshness;
import io.pacelight.reporting.application.RefreshRollUps;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Counts schools anew when a school day begins and writes measurements down. Runs on every instance. */
public final class Housekeeping implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final RefreshRollUps rollUps;
    private final MongoFreshness freshness;
    private volatile @Nullable ScheduledExecutorService timer;

    public Housekeeping(RefreshRollUps rollUps, MongoFreshness freshness) {
        this.rollUps = rollUps;
        this.freshness = freshness;
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("housekeeping-", 0).factory());
        started.scheduleWithFixedDelay(() -> quietly(rollUps::refreshDay), 5, 5, TimeUnit.SECONDS);
        started.scheduleWithFixedDelay(() -> quietly(freshness::flush), 3, 3, TimeUnit.SECONDS);
        timer = started;
    }

    /** A failing store is tried again at the next turn; an exception would end the turns. */
    private static void quietly(Runnable turn) {
        try {
            turn.run();
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("error", e.getClass().getSimpleName()).log("housekeeping failed, next turn soon");
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
