package io.pacelight.local.demo;

import io.pacelight.local.clock.DemoClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets what people do in the demo district happen when the school clock reaches it, until closed. */
final class DemoPlayer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoPlayer.class);
    private static final Duration BEAT = Duration.ofMillis(500);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);

    /** Something that goes on in the district. */
    interface Part {
        /** Does what has become due by {@code now}; what a failure leaves undone is due again at the next call. */
        void play(Instant now);
    }

    private final DemoClock clock;
    private final List<Part> parts;
    private final Thread thread;

    DemoPlayer(DemoClock clock, List<Part> parts) {
        this.clock = clock;
        this.parts = List.copyOf(parts);
        this.thread = Thread.ofPlatform().name("demo").daemon().unstarted(this::run);
    }

    DemoPlayer start() {
        thread.start();
        return this;
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted() && !clock.over()) {
            try {
                Instant now = clock.now();
                parts.forEach(part -> part.play(now));
                Thread.sleep(BEAT);
            } catch (Api.Stopped | InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.atWarn().setCause(e).log("the demo could not be played on; it tries again");
                if (!rest()) {
                    return;
                }
            }
        }
    }

    private static boolean rest() {
        try {
            Thread.sleep(AFTER_TROUBLE);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
