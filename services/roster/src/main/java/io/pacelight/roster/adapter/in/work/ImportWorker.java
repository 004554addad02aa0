package io.pacelight.roster.adapter.in.work;

import com.mongodb.MongoException;
import io.pacelight.kit.state.EventPublisher;
import io.pacelight.roster.application.job.ImportJob;
import io.pacelight.roster.application.job.Imports;
import io.pacelight.roster.application.job.RunImport;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Does the imports of all districts one after the other, also those that another instance left unfinished; a district
 * has one lane, so two instances never work on it at once.
 */
public final class ImportWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final int FAILURES = 3;
    private static final long IDLE_MILLIS = 1_000;

    private final Imports imports;
    private final RunImport runner;
    private final Supplier<Instant> clock;
    private final String owner = UUID.randomUUID().toString();
    private final Semaphore bell = new Semaphore(0);
    private volatile @Nullable Thread thread;

    public ImportWorker(Imports imports, RunImport runner, Supplier<Instant> clock) {
        this.imports = imports;
        this.runner = runner;
        this.clock = clock;
    }

    /** There is something to do; looks at once instead of at the next turn. */
    public void ring() {
        bell.release();
    }

    @Override
    public void start() {
        Thread worker = Thread.ofPlatform().daemon().name("imports").unstarted(this::work);
        thread = worker; // before it runs: it goes on only while it is known
        worker.start();
    }

    private void work() {
        while (thread != null) {
            try {
                boolean busy = turn();
                if (!busy && bell.tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS)) {
                    bell.drainPermits();
                }
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException unreachable) {
                LOG.atWarn()
                        .addKeyValue("error", unreachable.getClass().getSimpleName())
                        .log("imports wait for the store");
                pause();
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(IDLE_MILLIS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does one import, if there is one whose lane is free. */
    private boolean turn() {
        for (ImportJob job : imports.open(50)) {
            if (imports.hold(job.district(), owner)) {
                try {
                    imports.find(job.district(), job.id())
                            .filter(current -> current.state().isOpen())
                            .ifPresent(this::run);
                } finally {
                    imports.release(job.district(), owner);
                }
                return true;
            }
        }
        return false;
    }

    private void run(ImportJob job) {
        try {
            runner.run(job, owner);
        } catch (RunImport.Superseded elsewhere) {
            LOG.atInfo().addKeyValue("import", job.id()).log("an import was taken over or cancelled");
        } catch (MongoException | EventPublisher.NotPublished unreachable) {
            LOG.atWarn()
                    .addKeyValue("import", job.id())
                    .addKeyValue("error", unreachable.getClass().getSimpleName())
                    .log("an import waits for the store or the broker");
            pause();
        } catch (IOException | RuntimeException failed) {
            if (thread == null) {
                return;
            }
            LOG.atError()
                    .addKeyValue("import", job.id())
                    .addKeyValue("error", failed.getClass().getName())
                    .log("an import failed", withoutMessage(failed));
            fail(job);
        }
    }

    /** The trace without messages, since they may hold somebody's data. */
    private static Throwable withoutMessage(Exception e) {
        RuntimeException bare = new RuntimeException(e.getClass().getSimpleName());
        bare.setStackTrace(e.getStackTrace());
        return bare;
    }

    private void fail(ImportJob job) {
        Optional<ImportJob> failed = imports.find(job.district(), job.id())
                .filter(current -> current.state().isOpen())
                .map(ImportJob::failedOnce);
        if (failed.isEmpty()) {
            return;
        }
        if (failed.get().failures() < FAILURES) {
            imports.save(failed.get());
            return;
        }
        imports.save(failed.get().broken(clock.get()));
        imports.dropUpload(failed.get());
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join(10_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
