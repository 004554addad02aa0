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
    private static final List<Part> PARTS =
            List.of(Part.PROGRESSION, Part.INTERVENTION, Part.REPORTING, Part.ASSESSMENT);
    private static final List<String> SHIFTS = List.of("+10m", "-10m");

    private final Installation installation;
    private final Report report;
    private final Optional<Path> library = library();

    WallClock(Installation installation, Report report) {
        this.installation = installation;
        this.report = report;
    }

    @Override
    public int steps() {
        return PARTS.size();
    }

    @Override
    public void plan() {
        if (library.isEmpty())
            report.leftOut("wall clocks that are off: libfaketime is not installed (Debian: apt-get install faketime)");
        else for (int i = 0; i < PARTS.size(); i++) report.plan(name(PARTS.get(i), SHIFTS.get(i % 2)), 1);
    }

    private static String name(Part part, String shift) {
        return part.label() + " wall clock " + shift;
    }

    @Override
    public void make(Runnable step) {
        if (library.isEmpty()) return;
        for (int i = 0; i < PARTS.size(); i++) {
            Part part = PARTS.get(i);
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
                            "1"));
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
