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
        long startMillis = 3_000;
        for (End end : ends) {
            switch (end) {
                case End.Kill() -> {
                    // on a slow machine it lives longer, or nothing would ever be done
                    Pause.millis(500 + (long) (chance.nextDouble() * startMillis));
                    instance.jvm().kill();
                    report.fired(name(end));
                }
                case End.Crash crash -> crash(instance, crash);
            }
            long begun = System.nanoTime();
            instance.launch();
            instance.awaitReady();
            startMillis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
            report.say(name(end));
            step.run();
        }
    }

    private void crash(Installation.Instance instance, End.Crash crash) {
        Path mark = installation.file(
                "mark-" + instance.name() + "-" + crash.point().label());
        instance.jvm().kill();
        instance.launch(FaultAgent.crash(installation.agent(), crash.point(), crash.nth(), mark));
        if (Pause.within(CRASH_LIMIT, () -> !instance.jvm().alive()) && Files.exists(mark)) report.fired(name(crash));
        instance.jvm().kill();
    }
}
