package io.pacelight.faults.simulation;

import io.pacelight.events.Topics;
import io.pacelight.progression.domain.policy.MasteryPolicy;
import io.pacelight.progression.domain.policy.Policies;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * One run of the loop: attempts to progression, mastery to intervention, everything to reporting, while processes die,
 * writes and publishes fail half-way, and partitions change hands. What happens is a function of the seed.
 */
public final class Simulation {
    /** Ends the names of tasks that answer somebody who waits. */
    static final String HTTP = "http";

    private static final int MOST_CRASHES = 40;

    private final long seed;
    private final World world;
    private final Parts parts;
    private final Stores stores;
    private final Ledger ledger = new Ledger();
    private final Outside outside;
    private final List<Instance> running = new ArrayList<>();
    private final List<Down> down = new ArrayList<>();
    private final List<Expiry> expiries = new ArrayList<>();
    private int started;
    private int requests;
    private int crashes;

    /** A service that comes back at some step. */
    private record Down(String service, int until) {}

    /** A dead member that its group notices at some step. */
    private record Expiry(Subscription member, int at) {}

    /** What went wrong in a run, and what it looked like. */
    public record Outcome(Census census, IntSupplier print) {
        /** A number that differs if anything else happened, or in another order. */
        public int fingerprint() {
            return print.getAsInt();
        }
    }

    private Simulation(long seed, Parts parts) {
        this.seed = seed;
        this.parts = parts;
        world = new World(seed, District.BEGIN);
        stores = new Stores(world, parts);
        outside = new Outside(world, ledger, this::request);
    }

    /**
     * Runs one seed to its end and checks everything.
     *
     * @throws Violation if an invariant does not hold
     */
    public static Outcome run(long seed) {
        return run(seed, new Parts());
    }

    static Outcome run(long seed, Parts parts) {
        Simulation simulation = new Simulation(seed, parts);
        try (Scheduler scheduler = simulation.world.scheduler()) {
            return simulation.run(scheduler);
        } catch (Violation violation) {
            throw violation;
        } catch (RuntimeException | AssertionError broken) {
            Violation violation = new Violation(
                    seed,
                    "liveness",
                    broken.toString(),
                    simulation.world.trace().entries());
            violation.initCause(broken);
            throw violation;
        }
    }

    private Outcome run(Scheduler scheduler) {
        outside.open();
        for (String service : List.of(Progression.NAME, Intervention.NAME, Reporting.NAME))
            for (int i = 0; i < world.trouble().instances(); i++) start(service);
        setPolicy("latest");
        scheduler.untilQuiet();

        world.calm(false);
        scheduler.chaos((point, detail) -> strike(point));
        scheduler.start("outside", null, outside::run);
        scheduler.start("operator", null, this::operate);
        scheduler.untilQuiet();

        world.calm(true);
        scheduler.chaos((point, detail) -> {});
        for (Down service : List.copyOf(down)) start(service.service());
        down.clear();
        everybodyRejoins();
        scheduler.untilQuiet();
        outside.close();
        scheduler.untilQuiet();

        new Invariants(seed, world, stores, ledger, outside).check();
        world.census().steps(world.trace().size());
        return new Outcome(world.census(), this::fingerprint);
    }

    private int fingerprint() {
        int hash = 1;
        for (Trace.Entry entry : world.trace().entries())
            hash = 31 * hash + entry.task().hashCode() * 7 + entry.what().hashCode();
        for (FakeLog.Entry entry : world.log().all())
            hash = 31 * hash + entry.toString().hashCode() * 7 + Arrays.hashCode(entry.value());
        return hash;
    }

    private void start(String service) {
        Lifetime process = new Lifetime(service + "-" + ++started);
        running.add(
                switch (service) {
                    case Progression.NAME -> new Progression(world, process, parts, stores, this::isReadByAll);
                    case Intervention.NAME -> new Intervention(world, process, parts, stores, this::isReadByAll);
                    case Reporting.NAME -> new Reporting(world, process, parts, stores);
                    default -> throw new IllegalArgumentException("no such service: " + service);
                });
    }

    private boolean isReadByAll(FakeLog.Entry fact) {
        return running.stream().allMatch(instance -> instance.book.hasRead(fact));
    }

    /** Somebody asks something of some instance that runs. */
    private void request(int number) {
        if (world.chance().happens(0.5)) setPolicies();
        else if (running(Intervention.NAME) instanceof Intervention intervention)
            intervention.command(world.chance().oneOf(District.STUDENTS), "request " + number);
    }

    /** One or several people at once, on one instance or another. */
    private void setPolicies() {
        for (int people = world.chance().between(1, 3); people > 0; people--)
            setPolicy(world.chance().oneOf(List.of("latest", "decaying-average")));
    }

    private void setPolicy(String name) {
        MasteryPolicy policy = Policies.make(name, Map.of());
        if (running(Progression.NAME) instanceof Progression progression) {
            if (!world.isCalm()) world.happened(Fault.RULES_MOVED, name);
            progression.setPolicy(policy, "policy " + ++requests);
        }
    }

    private @Nullable Instance running(String service) {
        List<Instance> all = running.stream()
                .filter(instance -> instance.service().equals(service))
                .toList();
        return all.isEmpty() ? null : world.chance().oneOf(all);
    }

    /** Before each step of a service: it dies here, or a group throws somebody out, or nothing happens. */
    private void strike(Point point) {
        Lifetime process = world.scheduler().running();
        if (process == null || process.isDead()) return;
        if (crashes < MOST_CRASHES && world.fails(world.trouble().crash())) crash(process, point);
        else if (world.fails(world.trouble().eviction())) evict();
        else if (world.fails(world.trouble().compaction())) compact();
    }

    /** The broker cleans some first part of a partition of a compacted topic. */
    private void compact() {
        TopicPartition partition = world.chance().oneOf(FakeLog.partitionsOf(new TreeSet<>(Topics.COMPACTED)));
        int end = (int) world.log().end(partition);
        int went = world.log().compact(partition, world.chance().between(0, end));
        if (went > 0) world.happened(Fault.COMPACTED, went + " of " + partition);
    }

    private void crash(Lifetime process, Point point) {
        crashes++;
        process.die();
        world.census().crashed(point);
        world.scheduler().note("! CRASH", process.name() + " at " + point);
        int now = world.scheduler().steps();
        for (Instance instance : List.copyOf(running)) {
            if (instance.process != process) continue;
            running.remove(instance);
            for (Subscription member : instance.subscriptions())
                expiries.add(new Expiry(member, now + world.chance().between(1, 300)));
            int outage = world.chance().between(1, world.trouble().longestOutage());
            down.add(new Down(instance.service(), now + outage));
        }
    }

    private void evict() {
        Group group = world.chance().oneOf(List.copyOf(world.log().groups()));
        if (group.members().isEmpty()) return;
        Subscription member = world.chance().oneOf(group.members());
        if (member.isInMidBatch()) world.happened(Fault.EVICTED_IN_MID_BATCH, group.name());
        group.leave(member);
    }

    /** Starts what is down and lets groups notice who is dead, each in its time. */
    private void operate() {
        while (true) {
            world.scheduler().await(this::hasWork);
            int now = world.scheduler().steps();
            for (Expiry expiry : List.copyOf(expiries))
                if (expiry.at() <= now) {
                    expiries.remove(expiry);
                    world.log().groups().forEach(group -> group.leave(expiry.member()));
                }
            for (Down service : List.copyOf(down))
                if (service.until() <= now) {
                    down.remove(service);
                    if (running(service.service()) == null) world.happened(Fault.OUTAGE, service.service());
                    start(service.service());
                }
        }
    }

    private boolean hasWork() {
        int now = world.scheduler().steps();
        return down.stream().anyMatch(service -> service.until() <= now)
                || expiries.stream().anyMatch(expiry -> expiry.at() <= now);
    }

    /** A last rebalance: whoever lives comes back, and what was not committed is delivered once more. */
    private void everybodyRejoins() {
        expiries.clear();
        for (Group group : world.log().groups()) group.members().forEach(group::leave);
    }
}
