package io.pacelight.faults.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting, by looking again and again. */
final class Pause {
    private Pause() {}

    static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Returns when it holds, or fails after {@code limit} saying what was waited for. */
    static void until(String what, Duration limit, BooleanSupplier holds) {
        if (!within(limit, holds)) throw new IllegalStateException("gave up after " + limit + " waiting until " + what);
    }

    /** Whether it has come to hold within {@code limit}. */
    static boolean within(Duration limit, BooleanSupplier holds) {
        long giveUp = System.nanoTime() + limit.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > giveUp) return false;
            millis(50);
        }
        return true;
    }
}
