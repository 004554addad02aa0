package io.pacelight.faults.simulation;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Everything that one run shares: chance, the log, school time, what may go wrong and what did. */
final class World {
    private final Chance chance;
    private final Trace trace = new Trace();
    private final Scheduler scheduler;
    private final FakeLog log = new FakeLog();
    private final Census census = new Census();
    private final Trouble trouble;
    private final Map<String, String> untold = new HashMap<>();
    private Instant now;
    private final Map<String, Subscription> consumers = new HashMap<>();
    private boolean calm = true;

    World(long seed, Instant begin) {
        chance = new Chance(seed);
        trouble = Trouble.drawn(chance);
        scheduler = new Scheduler(chance, trace, chance.oneOf(0.05, 0.2, 0.5));
        now = begin;
    }

    Chance chance() {
        return chance;
    }

    Trace trace() {
        return trace;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    FakeLog log() {
        return log;
    }

    Census census() {
        return census;
    }

    Trouble trouble() {
        return trouble;
    }

    /** School time. */
    Instant now() {
        return now;
    }

    void timePasses(Instant until) {
        now = until;
        scheduler.note("time", until);
    }

    /** Time of the store's machine: it passes with every step. */
    Instant wallClock() {
        return Instant.EPOCH.plusMillis(scheduler.steps());
    }

    /** Whether nothing fails; a run begins and ends in calm. */
    void calm(boolean is) {
        calm = is;
    }

    boolean isCalm() {
        return calm;
    }

    void step(Point point, Object detail) {
        scheduler.step(point, detail);
    }

    /** Whether something of this probability goes wrong now. */
    boolean fails(double probability) {
        return !calm && chance.happens(probability);
    }

    void happened(Fault fault, Object detail) {
        census.count(fault);
        scheduler.note("! " + fault, detail);
    }

    /** The running task is that of a consumer. */
    void consumes(Subscription subscription) {
        consumers.put(scheduler.runningTask(), subscription);
    }

    /** Whether the running task is a consumer that was thrown out of its group while it handles a poll. */
    boolean isZombie() {
        Subscription consumer = consumers.get(scheduler.runningTask());
        return consumer != null && consumer.isInMidBatch() && consumer.isOutdated();
    }

    /** The running task wrote a document of a service and has not told of it yet. */
    void wrote(String service, String document) {
        String task = scheduler.runningTask();
        String other = untold.put(service + ' ' + document, task);
        if (other == null || other.equals(task) || !task.endsWith(Simulation.HTTP)) return;
        happened(other.endsWith(Simulation.HTTP) ? Fault.COMMANDS_CROSSED : Fault.COMMAND_BEFORE_PUBLISH, document);
    }

    void told(String service, String document) {
        untold.remove(service + ' ' + document, scheduler.runningTask());
    }
}
