package io.pacelight.local;

import io.pacelight.local.demo.Demo;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Behind {@code infra/local/up}: starts the district and stops it when asked to. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        try {
            run(Options.parse(List.of(arguments)), System.out);
        } catch (CannotStart e) {
            System.err.println("pacelight: " + e.getMessage());
            System.exit(1);
        } catch (RuntimeException | LinkageError e) {
            LoggerFactory.getLogger(Main.class).atError().setCause(e).log("the district did not start");
            System.err.printf("%npacelight: it did not start: %s. The log has more.%n", e);
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    private static void run(Options options, PrintStream out) {
        AtomicReference<@Nullable LocalDistrict> running = new AtomicReference<>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running.getAndSet(null), out), "stop"));
        out.println("Pacelight starts; everything stays on this machine.");
        Steps steps = new Steps(out);
        LocalDistrict district = LocalDistrict.start(options, steps);
        running.set(district);
        Welcome welcome = new Welcome(out, district, options);
        welcome.pages(steps.elapsed());
        if (options.demo()) {
            int students = district.installation().students();
            Demo.offerPeople(district.people(), students);
            try {
                district.closeWith(Demo.play(
                        district.address(),
                        district::token,
                        district.clock(),
                        options.data(),
                        students,
                        options.effectiveSpeed(),
                        out::println));
            } catch (RuntimeException e) {
                if (running.get() == null) {
                    return;
                }
                LoggerFactory.getLogger(Main.class).atError().setCause(e).log("the demo was not loaded");
                out.printf("  The demo district could not be loaded: %s%n", e.getMessage());
            }
        }
        welcome.guide();
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
