package io.pacelight.faults.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongFunction;

/** Runs many seeds on all cores; each of them for itself is a single thread. */
final class Seeds {
    private Seeds() {}

    /**
     * Runs the seeds from 1 to {@code count}, up to the first violation.
     *
     * @return what all of them counted together
     */
    static Census run(long count, LongFunction<Simulation.Outcome> simulation) {
        Census census = new Census();
        AtomicBoolean broken = new AtomicBoolean();
        List<Future<?>> runs = new ArrayList<>();
        try (ExecutorService cores =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (long seed = 1; seed <= count; seed++) {
                long one = seed;
                runs.add(cores.submit(() -> {
                    if (broken.get()) return;
                    try {
                        census.add(simulation.apply(one).census());
                    } catch (RuntimeException | Error e) {
                        broken.set(true);
                        throw e;
                    }
                }));
            }
        }
        for (Future<?> run : runs) await(run);
        return census;
    }

    private static void await(Future<?> run) {
        try {
            run.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted between seeds", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) throw error;
            throw new IllegalStateException(e.getCause());
        }
    }
}
