package io.pacelight.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** Says on the console what is being started and how long it took. */
public final class Steps {
    private static final int WIDTH = 34;

    private final PrintStream out;
    private final long begun = System.nanoTime();

    public Steps(PrintStream out) {
        this.out = out;
    }

    /** Does it, and prints a line when it is done. */
    public <T> T step(String name, Supplier<T> doing) {
        out.printf(Locale.ROOT, "  %-" + WIDTH + "s", name);
        out.flush();
        long before = System.nanoTime();
        T done = doing.get();
        out.printf(Locale.ROOT, "%6s%n", seconds(System.nanoTime() - before));
        return done;
    }

    /** A line of its own. */
    public void say(String line) {
        out.println(line);
    }

    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** "1.4 s" */
    public static String seconds(long nanos) {
        return "%.1f s".formatted(nanos / 1e9);
    }
}
