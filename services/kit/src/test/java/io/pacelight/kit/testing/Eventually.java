package io.pacelight.kit.testing;

import java.time.Duration;

/** Waits for what comes by itself; the limit is there so that a test ends, and asserts nothing about speed. */
public final class Eventually {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Eventually() {}

    /** Runs {@code assertion} until it holds; after the limit its last failure is the test's. */
    public static void holds(Runnable assertion) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError | RuntimeException notYet) {
                if (System.nanoTime() > end) throw notYet;
            }
            try {
                Thread.sleep(25);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
