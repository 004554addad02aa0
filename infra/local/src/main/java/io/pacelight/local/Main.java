package io.pacelight.local;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Behind {@code infra/local/up}: starts the district and stops it when asked to. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = System.out;
        AtomicReference<@Nullable LocalDistrict> district = new AtomicReference<>();
        try {
            Options options = Options.parse(List.of(arguments));
            Steps steps = new Steps(out);
            out.println("Pacelight starts; everything stays on this machine.");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(district.get(), out), "stop"));
            LocalDistrict started = LocalDistrict.start(options, steps);
            district.set(started);
            Welcome.print(out, started, options, steps);
        } catch (CannotStart e) {
            System.err.println("pacelight: " + e.getMessage());
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    /** Ends the process itself: a stop that was asked for is no failure. */
    private static void stop(@Nullable LocalDistrict district, PrintStream out) {
        if (district == null) {
            return;
        }
        out.println();
        out.println("Stopping …");
        district.close();
        out.println("Stopped. infra/local/up goes on from here.");
        out.flush();
        Runtime.getRuntime().halt(0);
    }
}
