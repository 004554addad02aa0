package io.pacelight.kit.reference;

import java.time.Duration;

/**
 * The time that a changed fact is given to reach the books of all instances, and what they decided without it to be stored.
 * Whoever asks before then whom the fact concerns may miss somebody whom nobody looks at again.
 */
@FunctionalInterface
public interface Settling {
    /** @throws IllegalStateException if interrupted: then the fact is not done with and comes again */
    void await();

    static Settling of(Duration time) {
        return () -> {
            try {
                Thread.sleep(time);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped before a changed fact was told to everybody concerned", e);
            }
        };
    }
}
