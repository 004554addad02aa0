package io.pacelight.faults.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.GroupState;

/**
 * Second instances join and leave, by SIGTERM and by SIGKILL, while batches are under way. At the end one freezes
 * between its read and its write, loses its partitions to the other, and wakes up to finish what is no longer its own.
 */
final class Members implements Trouble {
    private static final Duration HELD_LIMIT = Duration.ofMinutes(6);

    private final Installation installation;
    private final List<Part> parts;
    private final boolean comeAndGo;
    private final Random chance;
    private final Report report;

    /** @param comeAndGo whether members join and leave before one freezes */
    Members(Installation installation, List<Part> parts, boolean comeAndGo, Random chance, Report report) {
        this.installation = installation;
        this.parts = parts;
        this.comeAndGo = comeAndGo;
        this.chance = chance;
        this.report = report;
    }

    @Override
    public int steps() {
        return parts.size() * 2;
    }

    @Override
    public void plan() {
        for (Part part : parts) {
            if (comeAndGo) report.plan(part.label() + " members joined", 2);
            if (comeAndGo) report.plan(part.label() + " members left", 2);
            report.plan(part.label() + " woke up without its partitions", 1);
        }
    }

    @Override
    public void make(Runnable step) {
        for (Part part : parts) {
            if (comeAndGo) comeAndGo(part);
            wakeUpLate(part, step);
            step.run();
        }
    }

    private void comeAndGo(Part part) {
        Installation.Instance first = installation.instance(part, 1);
        Installation.Instance second = installation.instance(part, 2);
        join(second);
        work();
        first.jvm().kill();
        left(part);
        work();
        join(first);
        work();
        second.jvm().stop();
        left(part);
        report.say(part.label() + ": members joined and left");
    }

    private void join(Installation.Instance instance) {
        instance.launch();
        instance.awaitReady();
        report.fired(instance.part().label() + " members joined");
    }

    private void left(Part part) {
        report.fired(part.label() + " members left");
    }

    private void wakeUpLate(Part part, Runnable step) {
        Installation.Instance second = installation.instance(part, 2);
        Path mark = installation.file("mark-" + part.label() + "-held");
        Path release = installation.file("release-" + part.label());
        second.launch(FaultAgent.hold(
                installation.agent(), CrashPoint.BEFORE_STORE, 1, mark, release, installation.mutant(part)));
        boolean held = Pause.within(
                        HELD_LIMIT, () -> Files.exists(mark) || !second.jvm().alive())
                && second.jvm().alive();
        if (held) {
            second.jvm().freeze();
            step.run(); // more attempts, so that the other one writes further what the frozen one has read
            awaitAlone(part);
            work();
            touch(release);
            second.jvm().thaw();
            Pause.millis(4_000);
            report.fired(part.label() + " woke up without its partitions");
        } else step.run();
        second.jvm().kill();
        report.say(part.label()
                + (held ? ": froze before a write, woke up when another had its partitions" : ": never held"));
    }

    /** Returns when the group has but one member left, and that has the partitions of all. */
    private void awaitAlone(Part part) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", installation.bootstrap()))) {
            Pause.until(part.label() + " goes on without the frozen one", HELD_LIMIT, () -> isAlone(admin, part));
        }
    }

    private static boolean isAlone(Admin admin, Part part) {
        try {
            ConsumerGroupDescription group = Objects.requireNonNull(admin.describeConsumerGroups(List.of(part.label()))
                            .describedGroups()
                            .get(part.label()))
                    .get();
            // the consumers of one process have names of their own, and those of two processes the same ones
            long names = group.members().stream()
                    .map(MemberDescription::clientId)
                    .distinct()
                    .count();
            return group.groupState() == GroupState.STABLE
                    && names == group.members().size();
        } catch (ExecutionException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void work() {
        Pause.millis(1_500 + chance.nextInt(2_500));
    }

    private static void touch(Path file) {
        try {
            Files.writeString(file, "go");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
