package io.pacelight.kit.state;

import io.pacelight.events.Envelope;
import java.util.List;

/** Puts events on their topics and returns when all of them are acknowledged by all in-sync replicas. */
@FunctionalInterface
public interface EventPublisher {
    /** @throws NotPublished if any of them may not have arrived; publishing again is harmless */
    void publish(List<Envelope<?>> events);

    /** Some events may not have arrived. */
    final class NotPublished extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NotPublished(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
