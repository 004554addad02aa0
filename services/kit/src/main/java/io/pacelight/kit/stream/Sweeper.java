package io.pacelight.kit.stream;

import io.pacelight.kit.state.StateFolder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what a crash left untold, and clears out what is known to have arrived. Runs on every instance. */
public final class Sweeper {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final Duration LEFT_BEHIND = Duration.ofSeconds(20);
    private static final long QUIET_NANOS = Duration.ofSeconds(5).toNanos();
    private static final int AT_ONCE = 2_000;

    private final List<StateFolder<?, ?>> folders;

    public Sweeper(List<StateFolder<?, ?>> folders) {
        this.folders = List.copyOf(folders);
    }

    /** Takes events out of their documents that are known to have arrived. */
    public void tidy() {
        for (StateFolder<?, ?> folder : folders) while (folder.tidy(QUIET_NANOS, AT_ONCE) == AT_ONCE) {}
    }

    /** Tells what has been pending for longer than any living writer takes. */
    public void sweep() {
        for (StateFolder<?, ?> folder : folders) {
            int swept = folder.sweep(Instant.now().minus(LEFT_BEHIND), AT_ONCE);
            if (swept > 0) LOG.atInfo().addKeyValue("documents", swept).log("told what was left behind");
        }
    }
}
