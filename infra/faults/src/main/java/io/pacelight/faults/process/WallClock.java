package io.pacelight.faults.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One process after the other has a wall clock that is ten minutes fast or slow, by libfaketime. */
final class WallClock implements Trouble {
    private static final List<String> SHIFTS = List.of("+10m", "-10m");

    private final Installation installation;
    private final List<Part> parts;
    private final Report report;
    private final Optional<Path> library = library();

    WallClock(Installation installation, List<Part> parts, Report report) {
        this.installation = installation;
        this.parts = parts;
        this.report = report;
    }

    @Override
    public int steps() {
        return parts.size();
    }

    @Override
    public void plan() {
        if (library.isEmpty())
            report.leftOut("wall clocks that are off: libfaketime is not installed (Debian: apt-get install faketime)");
        else for (int i = 0; i < parts.size(); i++) report.plan(name(parts.get(i), SHIFTS.get(i % 2)), 1);
    }

    private static String name(Part part, String shift) {
        return part.label() + " wall clock " + shift;
    }

    @Override
    public void make(Runnable step) {
        if (library.isEmpty()) return;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            String shift = SHIFTS.get(i % 2);
            Installation.Instance instance = installation.instance(part);
            instance.jvm().kill();
            instance.launch(
                    List.of(),
                    Map.of(
                            "LD_PRELOAD",
                            library.get().toString(),
                            "FAKETIME",
                            shift,
                            "FAKETIME_DONT_FAKE_MONOTONIC",
                            "1",
                            "DONT_FAKE_MONOTONIC",
                            "1",
                            // else every wait of the JVM, which is on the monotonic clock, is over at once or never
                            "FAKETIME_FORCE_MONOTONIC_FIX",
                            "0"));
            instance.awaitReady();
            Pause.millis(6_000);
            Duration off = instance.http().wallClockOff();
            if (off.abs().compareTo(Duration.ofMinutes(9)) > 0 && (off.isNegative() == shift.startsWith("-")))
                report.fired(name(part, shift));
            report.say(name(part, shift) + ": it says it is " + off.toSeconds() + " s off");
            instance.jvm().kill();
            instance.launch();
            instance.awaitReady();
            step.run();
        }
    }

    private static Optional<Path> library() {
        for (String place : List.of("/usr/lib", "/usr/lib64", "/usr/local/lib")) {
            if (!Files.isDirectory(Path.of(place))) continue;
            try (Stream<Path> files =
                    Files.find(Path.of(place), 3, (path, is) -> path.endsWith("faketime/libfaketimeMT.so.1"))) {
                Optional<Path> found = files.findFirst();
                if (found.isPresent()) return found;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Optional.empty();
    }
}
