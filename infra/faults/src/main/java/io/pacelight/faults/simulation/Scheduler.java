package io.pacelight.faults.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks one at a time, and lets chance say whose turn it is.
 *
 * <p>Each task is a thread, so that production code runs on it as it is, but only the one that holds the baton runs; it
 * hands the baton on at a {@link #step} or when it {@link #await awaits} something, and nowhere else. So a run is a
 * function of its seed. Virtual threads make a thousand runs of twenty threads cheap.
 */
final class Scheduler implements AutoCloseable {
    private static final int LONGEST_RUN = 300_000;

    /** Sees every step before it is taken. */
    @FunctionalInterface
    interface Chaos {
        void strike(Point point, Object detail);
    }

    private static final class Task {
        final String name;
        final @Nullable Lifetime process;
        final Semaphore baton = new Semaphore(0);
        BooleanSupplier ready = Scheduler::always;

        Task(String name, @Nullable Lifetime process) {
            this.name = name;
            this.process = process;
        }
    }

    private final Chance chance;
    private final Trace trace;
    private final List<Task> tasks = new ArrayList<>();
    private final Task outside = new Task("outside", null);
    private final double restlessness;
    private Task current = outside;
    private Chaos chaos = (point, detail) -> {};
    private @Nullable Throwable failure;
    private boolean over;

    /** @param restlessness how probable it is that another task goes on at a step */
    Scheduler(Chance chance, Trace trace, double restlessness) {
        this.chance = chance;
        this.trace = trace;
        this.restlessness = restlessness;
        outside.ready = Scheduler::never;
    }

    private static boolean always() {
        return true;
    }

    private static boolean never() {
        return false;
    }

    void chaos(Chaos next) {
        chaos = next;
    }

    /** Adds a task; it takes its first step when chance gives it the baton. */
    void start(String name, @Nullable Lifetime process, Runnable body) {
        Task task = new Task(name, process);
        tasks.add(task);
        Thread.ofVirtual().name(name).start(() -> {
            task.baton.acquireUninterruptibly();
            try {
                if (!isDead(task)) body.run();
            } catch (Crash died) {
                trace.add(task.name, "died", "");
            } catch (RuntimeException | Error e) {
                failure = e;
            }
            tasks.remove(task);
            give(next());
        });
    }

    /** Lets all tasks run until none of them has anything to do. Called from outside only. */
    void untilQuiet() {
        Task first = next();
        if (first != outside) handOn(outside, first);
        current = outside;
        Throwable thrown = failure;
        if (thrown instanceof RuntimeException runtime) throw runtime;
        if (thrown instanceof Error error) throw error;
    }

    /** Ends all tasks, wherever they are, so that no thread is left behind. */
    @Override
    public void close() {
        failure = null;
        over = true;
        untilQuiet();
    }

    /** Something is about to happen, or has just happened: others may go first, and anything may break. */
    void step(Point point, Object detail) {
        Task me = current;
        trace.add(me.name, point.name(), detail);
        if (me == outside) return;
        if (chance.happens(restlessness)) {
            Task next = next();
            if (next != me) handOn(me, next);
        }
        if (!isDead(me)) chaos.strike(point, detail);
        if (isDead(me)) throw new Crash();
        if (trace.size() > LONGEST_RUN) throw new AssertionError("the run does not come to rest");
    }

    /** Lets others go on until there is something to do. */
    void await(BooleanSupplier ready) {
        Task me = current;
        me.ready = ready;
        Task next = next();
        if (next != me) handOn(me, next);
        me.ready = Scheduler::always;
        if (isDead(me)) throw new Crash();
    }

    /** The process that runs now; none when the world outside does. */
    @Nullable
    Lifetime running() {
        return current.process;
    }

    String runningTask() {
        return current.name;
    }

    void note(String what, Object detail) {
        trace.add(current.name, what, detail);
    }

    int steps() {
        return trace.size();
    }

    private Task next() {
        if (failure != null) return outside;
        List<Task> ready = new ArrayList<>(tasks.size());
        for (Task task : tasks) if (isReady(task)) ready.add(task);
        return ready.isEmpty() ? outside : chance.oneOf(ready);
    }

    private boolean isReady(Task task) {
        return isDead(task) || task.ready.getAsBoolean();
    }

    private boolean isDead(Task task) {
        return task != outside && (over || (task.process != null && task.process.isDead()));
    }

    private void handOn(Task from, Task to) {
        give(to);
        from.baton.acquireUninterruptibly();
    }

    private void give(Task to) {
        current = to;
        to.baton.release();
    }
}
