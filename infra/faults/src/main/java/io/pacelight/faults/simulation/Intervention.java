package io.pacelight.faults.simulation;

import io.pacelight.events.Keys;
import io.pacelight.events.Topics;
import io.pacelight.intervention.adapter.in.stream.StudentFacts;
import io.pacelight.intervention.adapter.out.reference.ReferenceClasses;
import io.pacelight.intervention.application.Backlog;
import io.pacelight.intervention.application.Striker;
import io.pacelight.intervention.application.Told;
import io.pacelight.intervention.application.WatchMachine;
import io.pacelight.intervention.application.Watches;
import io.pacelight.intervention.application.WhenReferenceMovedThenCheckClocks;
import io.pacelight.intervention.domain.Conference;
import io.pacelight.intervention.domain.StallRule;
import io.pacelight.intervention.domain.StudentWatch;
import io.pacelight.intervention.domain.WatchInput;
import io.pacelight.kit.state.StateDocument;
import io.pacelight.kit.state.StateFolder;
import io.pacelight.kit.stream.FoldingHandler;
import io.pacelight.kit.stream.Received;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Intervention: watches the clocks of students, opens conferences, and does what teachers ask. */
final class Intervention extends Instance {
    static final String NAME = "intervention";
    static final List<String> STUDENT_TOPICS =
            List.of(Topics.STUDENTS, Topics.ATTENDANCE, Topics.MASTERY, Topics.INTERVENTION_INPUTS);
    private static final String STUDENT = "student";
    private static final int MINUTES_WITHOUT_BELLS = 60;

    private final WatchMachine machine;
    private final StateFolder<StudentWatch, Told> folder;
    private final FakeStore<StudentWatch> store;

    Intervention(World world, Lifetime process, Parts parts, Stores stores, Predicate<FakeLog.Entry> readByAll) {
        super(world, NAME, process, parts, stores);
        store = stores.watches;
        machine = new WatchMachine(new ReferenceClasses(book, StallRule.DEFAULT, MINUTES_WITHOUT_BELLS));
        folder = new StateFolder<>(source(NAME), store, machine, publisher);
        Watches watches = new Kept(world, store);

        binding(
                STUDENT,
                STUDENT_TOPICS,
                new StudentFacts(
                        place -> false,
                        book::awaitRead,
                        new FoldingHandler<>(
                                received -> StudentFacts.route(received, false), folder, folded -> {}, METERS)));
        WhenReferenceMovedThenCheckClocks check =
                new WhenReferenceMovedThenCheckClocks(source(NAME), book, () -> {}, watches, publisher);
        binding("reference", List.of(Topics.REFERENCE, Topics.CURRICULUM), facts -> {
            for (Received received : facts) {
                FakeLog.Entry fact = world.log().at(received.place());
                world.scheduler().await(() -> readByAll.test(fact));
            }
            check.take(facts);
            return Map.of();
        });
        sweeper(folder, store);
        Backlog backlog = parts.backlog(world, positions, STUDENT, STUDENT_TOPICS);
        Striker striker = new Striker(
                backlog,
                watches,
                folder,
                failed -> {
                    throw new IllegalStateException("a clock could not be looked at: " + failed);
                },
                missed -> {},
                strike -> strike);
        task("striker", () -> turns(striker, backlog));
    }

    private void turns(Striker striker, Backlog backlog) {
        while (true) {
            int due = world.scheduler().steps() + world.chance().between(20, 400);
            world.scheduler().await(() -> (world.isCalm() || world.scheduler().steps() >= due) && hasDue(backlog));
            quietly(() -> {
                world.step(Point.STRIKE, world.now());
                striker.turn(world.now());
            });
        }
    }

    private boolean hasDue(Backlog backlog) {
        Collection<Integer> own = backlog.owned();
        for (StateDocument<StudentWatch> document : store.documents())
            if (own.contains(FakeLog.partitionOf(document.id())) && isDue(document, world.now())) return true;
        return false;
    }

    private static boolean isDue(StateDocument<StudentWatch> document, Instant now) {
        Instant due = document.state().dueAt();
        return due != null && !due.isAfter(now);
    }

    /** A teacher does something with the conference of some student. */
    void command(String student, String cause) {
        task(
                cause + ' ' + Simulation.HTTP,
                () -> quietly(() -> {
                    StateDocument<StudentWatch> document = store.document(Keys.of(District.NAME, student));
                    if (document == null) return;
                    List<Conference> open = document.state().conferences().stream()
                            .filter(conference -> conference.state().isOpen())
                            .toList();
                    if (open.isEmpty()) return;
                    WatchInput.Command command = command(world.chance().oneOf(open));
                    world.step(Point.COMMAND, command);
                    folder.command(document.id(), cause, state -> machine.carryOut(state, command));
                }));
    }

    private WatchInput.Command command(Conference conference) {
        String by = "stf_" + world.chance().between(1, 2);
        String of = conference.by();
        if (conference.state() == Conference.State.STARTED
                && of != null
                && world.chance().happens(0.7))
            return new WatchInput.FinishConference(conference.id(), of, world.now(), "PLAN", "one more attempt", null);
        return switch (world.chance().between(1, 4)) {
            case 1 -> new WatchInput.SnoozeConference(conference.id(), by, world.now(), 1);
            case 2 -> new WatchInput.DismissConference(conference.id(), by, world.now(), "not now");
            default -> new WatchInput.StartConference(conference.id(), by, world.now());
        };
    }

    /** Questions to the stored watches, one step each. */
    private record Kept(World world, FakeStore<StudentWatch> store) implements Watches {
        @Override
        public @Nullable Stored find(String district, String student) {
            StateDocument<StudentWatch> document = store.document(Keys.of(district, student));
            return document == null ? null : new Stored(document.state(), document.version());
        }

        @Override
        public List<Stored> waitingIn(String district, Collection<String> classes) {
            throw new UnsupportedOperationException("nobody looks at a queue in a simulation");
        }

        @Override
        public int heldSince(String district, String staff, Instant since, Instant now) {
            throw new UnsupportedOperationException("nobody looks at a queue in a simulation");
        }

        @Override
        public void studentsIn(String district, Collection<String> classes, Consumer<List<String>> some) {
            world.step(Point.QUERY, "students in " + classes);
            List<String> students = new ArrayList<>();
            for (StateDocument<StudentWatch> document : store.documents())
                if (document.state().enrolments().stream().anyMatch(enrolled -> classes.contains(enrolled.classId())))
                    students.add(document.state().student());
            if (!students.isEmpty()) some.accept(students);
        }

        @Override
        public List<Due> due(Instant now, Collection<Integer> own, int partitions, int limit) {
            world.step(Point.QUERY, "due in " + own);
            return store.documents().stream()
                    .filter(document -> own.contains(FakeLog.partitionOf(document.id())) && isDue(document, now))
                    .limit(limit)
                    .map(document -> new Due(document.id(), now, now))
                    .toList();
        }

        @Override
        public long countDue(Instant now) {
            throw new UnsupportedOperationException("nobody measures a simulation");
        }
    }
}
