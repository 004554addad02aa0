package io.pacelight.faults.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What the agent does in this JVM when its crash point is passed; called from the woven code. */
public final class Armed {
    private static final AtomicInteger PASSED = new AtomicInteger();
    private static volatile @Nullable Charge charge;

    /**
     * @param nth at which passage it goes off
     * @param mark written when it does
     * @param release if given, the thread is held until this file is there, instead of the process being ended
     */
    record Charge(
            CrashPoint point, int nth, Path mark, @Nullable Path release) {}

    private Armed() {}

    static void with(Charge armed) {
        charge = armed;
    }

    /** The running thread stands at {@code point}; {@code work} is how much it does there, and nothing is no passage. */
    public static void passed(String point, int work) {
        Charge armed = charge;
        if (armed == null || work == 0 || !armed.point.name().equals(point)) return;
        if (PASSED.incrementAndGet() != armed.nth) return;
        try {
            Files.writeString(
                    armed.mark,
                    point + " " + armed.nth + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path release = armed.release;
        if (release == null) Runtime.getRuntime().halt(137);
        else while (!Files.exists(release)) Pause.millis(20);
    }
}
