package io.pacelight.kit.stream;

import io.pacelight.kit.state.StateFolder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what a crash left untold, and notes how far this instance has told its own. Runs on every instance. */
public final class Sweeper {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final Duration LEFT_BEHIND = Duration.ofSeconds(20);
    private static final int AT_ONCE = 2_000;

    private final List<StateFolder<?, ?>> folders;

    public Sweeper(List<StateFolder<?, ?>> folders) {
        this.folders = List.copyOf(folders);
    }

    /** Notes what has arrived, so that nobody tells it again. */
    public void note() {
        for (StateFolder<?, ?> folder : folders) folder.note();
    }

    /** Tells what has been pending for longer than any living writer takes. */
    public void sweep() {
        for (StateFolder<?, ?> folder : folders) {
            int swept = folder.sweep(Instant.now().minus(LEFT_BEHIND), AT_ONCE);
            if (swept > 0) LOG.atInfo().addKeyValue("documents", swept).log("told what was left behind");
        }
    }
}
