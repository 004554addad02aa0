package io.pacelight.kit.stream;

import io.pacelight.kit.state.StateFolder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what a crash left untold, and notes how far this instance has told its own. Runs on every instance. */
public final class Sweeper {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final int AT_ONCE = 2_000;

    private final List<StateFolder<?, ?>> folders;
    private final InstantSource wallClock;

    public Sweeper(List<StateFolder<?, ?>> folders) {
        this(folders, InstantSource.system());
    }

    Sweeper(List<StateFolder<?, ?>> folders, InstantSource wallClock) {
        this.folders = List.copyOf(folders);
        this.wallClock = wallClock;
    }

    /** Notes what has arrived, so that nobody tells it again. */
    public void note() {
        each(StateFolder::note);
    }

    /** Tells what has been pending for longer than any living writer takes. */
    public void sweep() {
        each(folder -> {
            int swept = folder.sweep(wallClock.instant(), GRACE, AT_ONCE);
            if (swept > 0) LOG.atInfo().addKeyValue("documents", swept).log("told what was left behind");
        });
    }

    /** What can't be told of one kind of documents must not keep the others from being told. */
    private void each(Consumer<StateFolder<?, ?>> turn) {
        @Nullable RuntimeException failed = null;
        for (StateFolder<?, ?> folder : folders) {
            try {
                turn.accept(folder);
            } catch (RuntimeException e) {
                if (failed == null) failed = e;
                else failed.addSuppressed(e);
            }
        }
        if (failed != null) throw failed;
    }
}
