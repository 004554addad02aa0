package io.pacelight.assessment.adapter.in.web;

import io.pacelight.assessment.application.RunBatch;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs waiting batches one after the other, also those that another instance left behind. */
public final class BatchWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(BatchWorker.class);
    private static final long LOOK_SECONDS = 5;

    private final RunBatch runBatch;
    private final String name = UUID.randomUUID().toString();
    private final Semaphore work = new Semaphore(0);
    private volatile @Nullable Thread thread;

    public BatchWorker(RunBatch runBatch) {
        this.runBatch = runBatch;
    }

    /** There is something to do. */
    void wake() {
        work.release();
    }

    @Override
    public void start() {
        Thread started = Thread.ofPlatform().daemon().name("batch-worker").unstarted(this::work);
        thread = started;
        started.start();
    }

    private void work() {
        while (thread != null) {
            try {
                if (runBatch.runNext(name)) continue;
                if (work.tryAcquire(LOOK_SECONDS, TimeUnit.SECONDS)) work.drainPermits();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException | RuntimeException e) {
                LOG.atWarn()
                        .addKeyValue("error", e.getClass().getSimpleName())
                        .log("a batch stopped; it is taken up again");
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running == null) return;
        running.interrupt();
        try {
            running.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
