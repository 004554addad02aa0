package io.pacelight.faults.process;

import io.pacelight.events.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One run: start everything, let attempts stream in, make trouble, wait until nothing is left to do, and check. */
final class Suite {
    private static final List<Part> DOUBLED = List.of(Part.PROGRESSION, Part.INTERVENTION, Part.REPORTING);
    private static final List<Part> SHIFTED =
            List.of(Part.PROGRESSION, Part.INTERVENTION, Part.REPORTING, Part.ASSESSMENT);

    private final Options options;
    private final @Nullable Mutant mutant;
    private final Path dir;
    private final Report report;
    private final AtomicInteger stepsDone = new AtomicInteger();
    private int steps = 1;

    /** @param mutant what the services lack, or none */
    Suite(Options options, @Nullable Mutant mutant, Path dir, Report report) {
        this.options = options;
        this.mutant = mutant;
        this.dir = dir;
        this.report = report;
    }

    /** Runs; what was found is in the report. */
    void run() {
        Installation.clear(dir);
        empty(dir);
        Town town = Town.of(options.seed(), options.attempts());
        report.say("seed " + options.seed() + ": " + town.attempts().size() + " attempts of "
                + town.district().students() + " students in "
                + town.district().schools().size() + " schools");
        try (Installation installation =
                Installation.start(dir, Town.begins(), options.faults().contains(Fault.DISK))) {
            installation.rehearse();
            if (mutant != null) installation.mutate(mutant);
            installation.startServices();
            report.say("broker, store and " + Part.values().length + " services are up, each in a process of its own");
            run(installation, town);
        }
        report.checkFired();
    }

    private void run(Installation installation, Town town) {
        Installation.Instance roster = installation.instance(Part.ROSTER);
        town.load(roster.http());
        town.plans(roster.http(), 0, town.district().sections().size());
        report.say("roster, curriculum and plans are in");
        Feeder feeder = new Feeder(
                roster,
                installation.instance(Part.ASSESSMENT),
                town,
                new Random(options.seed()),
                () -> stepsDone.get() / (double) steps,
                report);
        faults(installation, feeder);
        report.say("all faults are done; the rest of the attempts streams in");
        feeder.finish();
        vandalise(installation);
        LateReturn lateReturn = new LateReturn(installation, report);
        Morning morning = new Morning(installation, report);
        if (mutant == null) {
            quiet(installation);
            lateReturn.play();
            quiet(installation);
            morning.plan();
            morning.play();
        }
        installation.schoolTime(lateReturn.night()); // at night no clock strikes
        quiet(installation);
        report.say("nothing is left to do; checking");
        // where nothing is left to do, nothing is left to lose
        for (Part part : Part.values()) installation.instance(part).jvm().kill();
        Ledger ledger = check(installation);
        if (mutant != null) return;
        lateReturn.check(ledger.of(Topics.TASKS));
        morning.check();
        new Rebuilds(installation, report).check(options.few() ? 1 : 2);
    }

    private static void quiet(Installation installation) {
        try (Quiet quiet = new Quiet(installation, List.of(Part.values()))) {
            quiet.await();
        }
    }

    private void vandalise(Installation installation) {
        try (Vandal vandal = new Vandal(installation.bootstrap(), new Random(options.seed() + 1))) {
            List<Ledger.Fact> attempts = Ledger.read(installation.bootstrap(), List.of(Topics.ATTEMPTS))
                    .of(Topics.ATTEMPTS);
            vandal.repeat(attempts, 50);
            vandal.rubbish(attempts);
            vandal.large(attempts);
            report.measured("straight onto the topic", vandal.done());
        }
    }

    private Ledger check(Installation installation) {
        List<String> topics = List.of(
                Topics.ATTEMPTS,
                Topics.STUDENTS,
                Topics.PROGRESSION_INPUTS,
                Topics.MASTERY,
                Topics.TASKS,
                Topics.INTERVENTION_INPUTS);
        Ledger ledger = Ledger.read(installation.bootstrap(), topics);
        for (String topic : topics) report.measured(topic, ledger.of(topic).size() + " records");
        try (Checks checks = new Checks(ledger, installation.storeUri(), report)) {
            checks.all();
        }
        return ledger;
    }

    /** The lives of the services run side by side; all that troubles several of them comes one after the other. */
    @SuppressWarnings("EnumOrdinal") // each its own chance
    private void faults(Installation installation, Feeder feeder) {
        List<Trouble> together = new ArrayList<>();
        for (Part part : Part.values())
            together.add(new Lives(
                    installation,
                    part,
                    options.faults().contains(Fault.KILL) ? options.kills() : 0,
                    options.faults().contains(Fault.CRASH) ? points(part) : List.of(),
                    chance(part.ordinal()),
                    report));
        List<Trouble> inTurn = new ArrayList<>();
        if (options.faults().contains(Fault.BACKBONE))
            inTurn.add(new Backbone(installation, options.few() ? 1 : 2, chance(10), report));
        if (options.faults().contains(Fault.NETWORK))
            inTurn.add(new Network(installation, options.few() ? 3_000 : 6_000, report));
        if (options.faults().contains(Fault.MEMBERS))
            inTurn.add(new Members(installation, doubled(), !options.few(), chance(11), report));
        if (options.faults().contains(Fault.DISK)) inTurn.add(new Disk(installation, report));
        if (options.faults().contains(Fault.CLOCK))
            inTurn.add(new WallClock(installation, options.few() ? List.of(Part.PROGRESSION) : SHIFTED, report));
        for (Trouble trouble : together) steps += trouble.steps();
        for (Trouble trouble : inTurn) steps += trouble.steps();
        together.forEach(Trouble::plan);
        inTurn.forEach(Trouble::plan);
        feeder.start();
        sideBySide(together);
        for (Trouble trouble : inTurn) trouble.make(stepsDone::incrementAndGet);
    }

    /** Whatever lacks a safeguard is to do what it would need it for. */
    private List<Part> doubled() {
        Mutant inside = mutant;
        if (inside != null) return DOUBLED.stream().filter(inside::isIn).toList();
        return options.few() ? List.of(Part.PROGRESSION) : DOUBLED;
    }

    /** All of them, or one: another for each service, and another for each seed. */
    @SuppressWarnings("EnumOrdinal") // each its own chance
    private List<CrashPoint> points(Part part) {
        List<CrashPoint> points = part.points();
        if (!options.few()) return points;
        return List.of(points.get(Math.floorMod(options.seed() + part.ordinal(), points.size())));
    }

    private Random chance(int which) {
        return new Random(options.seed() * 31 + which);
    }

    private void sideBySide(List<Trouble> troubles) {
        List<RuntimeException> failures = new CopyOnWriteArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (Trouble trouble : troubles)
            threads.add(Thread.ofPlatform().daemon().start(() -> {
                try {
                    trouble.make(stepsDone::incrementAndGet);
                } catch (RuntimeException e) {
                    failures.add(e);
                }
            }));
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        if (!failures.isEmpty()) throw failures.getFirst();
    }

    static void empty(Path dir) {
        if (!Files.exists(dir)) return;
        try (Stream<Path> paths = Files.walk(dir)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList())
                if (!path.equals(dir)) Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
