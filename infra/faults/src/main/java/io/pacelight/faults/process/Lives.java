package io.pacelight.faults.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The lives of one service's process: each ends with SIGKILL at a random moment or at a crash point. */
final class Lives implements Trouble {
    private static final Duration CRASH_LIMIT = Duration.ofMinutes(6);
    private static final int LATEST_PASSAGE = 4;

    /** How a life ends. */
    private sealed interface End {
        record Kill() implements End {}

        record Crash(CrashPoint point, int nth) implements End {}
    }

    private final Installation installation;
    private final Part part;
    private final Random chance;
    private final Report report;
    private final List<End> ends = new ArrayList<>();
    private long startMillis = 3_000;

    /** @param points at which it crashes, once each */
    Lives(Installation installation, Part part, int kills, List<CrashPoint> points, Random chance, Report report) {
        this.installation = installation;
        this.part = part;
        this.chance = chance;
        this.report = report;
        for (int i = 0; i < kills; i++) ends.add(new End.Kill());
        for (CrashPoint point : points) ends.add(new End.Crash(point, 1 + chance.nextInt(LATEST_PASSAGE)));
        Collections.shuffle(ends, chance);
    }

    @Override
    public int steps() {
        return ends.size();
    }

    @Override
    public void plan() {
        for (End end : ends) report.plan(name(end), 1);
    }

    private String name(End end) {
        return switch (end) {
            case End.Kill() -> part.label() + " killed";
            case End.Crash crash -> part.label() + " crashed " + crash.point().label();
        };
    }

    @Override
    public void make(Runnable step) {
        Installation.Instance instance = installation.instance(part);
        boolean armed = false; // the process that runs now was started before these lives began
        for (int i = 0; i < ends.size(); i++) {
            End end = ends.get(i);
            switch (end) {
                case End.Kill() -> {
                    // on a slow machine it lives longer, or nothing would ever be done
                    Pause.millis(500 + (long) (chance.nextDouble() * startMillis));
                    instance.jvm().kill();
                    report.fired(name(end));
                }
                case End.Crash crash -> {
                    if (!armed) next(instance, crash);
                    if (Pause.within(CRASH_LIMIT, () -> !instance.jvm().alive()) && Files.exists(mark(crash)))
                        report.fired(name(end));
                    instance.jvm().kill();
                }
            }
            report.say(name(end));
            next(instance, i + 1 < ends.size() ? ends.get(i + 1) : new End.Kill());
            armed = true;
            step.run();
        }
    }

    /** Starts the next life, armed for its end. */
    private void next(Installation.Instance instance, End end) {
        instance.jvm().kill();
        long begun = System.nanoTime();
        switch (end) {
            case End.Kill() -> {
                instance.launch();
                instance.awaitReady();
                startMillis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
            }
            case End.Crash crash -> {
                instance.launch(FaultAgent.crash(
                        installation.agent(), crash.point(), crash.nth(), mark(crash), installation.mutant(part)));
                instance.awaitReadyOrEnd();
            }
        }
    }

    private Path mark(End.Crash crash) {
        return installation.file("mark-" + part.label() + "-" + crash.point().label());
    }
}
