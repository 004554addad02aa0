package io.pacelight.faults.simulation;

import io.pacelight.events.Keys;
import io.pacelight.events.Topics;
import io.pacelight.kit.state.StateDocument;
import io.pacelight.kit.state.StateFolder;
import io.pacelight.kit.stream.BatchHandler;
import io.pacelight.kit.stream.Received;
import io.pacelight.progression.adapter.in.stream.RuleStream;
import io.pacelight.progression.adapter.in.stream.StudentStream;
import io.pacelight.progression.adapter.out.reference.ReferenceRuleBook;
import io.pacelight.progression.application.ChangePolicy;
import io.pacelight.progression.application.CompetencyKey;
import io.pacelight.progression.application.JudgeArrivals;
import io.pacelight.progression.application.JudgeInput;
import io.pacelight.progression.application.Masteries;
import io.pacelight.progression.application.RequestRejudgement;
import io.pacelight.progression.application.SetPolicy;
import io.pacelight.progression.application.StudentInput;
import io.pacelight.progression.application.StudentMachine;
import io.pacelight.progression.application.StudentState;
import io.pacelight.progression.domain.mastery.Mastery;
import io.pacelight.progression.domain.policy.MasteryPolicy;
import io.pacelight.progression.domain.policy.Scope;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Progression: judges attempts, opens what builds on them, judges again when the rules change. */
final class Progression extends Instance {
    static final String NAME = "progression";

    private final ChangePolicy policies;

    Progression(World world, Lifetime process, Parts parts, Stores stores, Predicate<FakeLog.Entry> readByAll) {
        super(world, NAME, process, parts, stores);
        String source = source(NAME);
        StateFolder<Mastery, JudgeInput> masteries =
                new StateFolder<>(source, stores.masteries, parts.judging(), publisher);
        StateFolder<StudentState, StudentInput> students =
                new StateFolder<>(source, stores.students, new StudentMachine(), publisher);
        StateFolder<SetPolicy, SetPolicy> settings =
                new StateFolder<>(source, stores.policies, SetPolicy.MACHINE, publisher);
        Masteries kept = new Judged(world, stores.masteries);
        ReferenceRuleBook rules = new ReferenceRuleBook(book);
        JudgeArrivals judging = new JudgeArrivals(students, stores.students, masteries, kept, rules);
        RequestRejudgement rejudgement = new RequestRejudgement(source, kept, stores.students, publisher);
        policies = new ChangePolicy(settings, kept, stores.students, rules);

        binding(
                "studentFacts",
                List.of(Topics.ATTEMPTS, Topics.STUDENTS, Topics.PROGRESSION_INPUTS, Topics.MASTERY),
                new StudentStream(judging, book, FakeBook.TOPICS, partition -> false, METERS));
        RuleStream changes = new RuleStream(rejudgement, book, () -> {}, place -> false);
        binding("ruleFacts", FakeBook.TOPICS, settled(changes, readByAll));
        binding("lastWord", List.of(Topics.POLICIES), parts.lastWord(List.of(masteries, students, settings)));
        sweeper(masteries, stores.masteries);
        sweeper(students, stores.students);
        sweeper(settings, stores.policies);
    }

    /** A policy is set over HTTP. */
    void setPolicy(MasteryPolicy policy, String cause) {
        task(
                cause + ' ' + Simulation.HTTP,
                () -> quietly(() -> {
                    world.step(Point.COMMAND, policy);
                    policies.change(District.NAME, Scope.DISTRICT, policy, false, cause, world.now());
                }));
    }

    /** The settling time: as long as it takes until every running instance has read the fact. */
    private BatchHandler settled(RuleStream changes, Predicate<FakeLog.Entry> readByAll) {
        return events -> {
            for (Received received : events) {
                FakeLog.Entry fact = world.log().at(received.place());
                world.scheduler().await(() -> readByAll.test(fact));
            }
            return changes.handle(events);
        };
    }

    /** Questions to the stored states, one step each. */
    private record Judged(World world, FakeStore<Mastery> store) implements Masteries {
        private List<Found> find(Predicate<CompetencyKey> wanted) {
            world.step(Point.QUERY, "masteries");
            return store.documents().stream()
                    .map(document -> new Found(CompetencyKey.parse(document.id()), document))
                    .filter(found -> wanted.test(found.key()))
                    .toList();
        }

        private record Found(CompetencyKey key, StateDocument<Mastery> document) {}

        @Override
        public List<CompetencyKey> ofStudents(Collection<String> students) {
            return find(key -> students.contains(key.studentId())).stream()
                    .map(Found::key)
                    .toList();
        }

        @Override
        public List<Kept> ofStudent(String district, String student) {
            String id = Keys.of(district, student);
            return find(key -> key.studentId().equals(id)).stream()
                    .map(found -> new Kept(found.key(), found.document().state()))
                    .toList();
        }

        @Override
        public void eachStudent(String district, Consumer<List<String>> page) {
            TreeSet<String> students = new TreeSet<>();
            find(key -> key.district().equals(district))
                    .forEach(found -> students.add(found.key().studentId()));
            if (!students.isEmpty()) page.accept(List.copyOf(students));
        }

        @Override
        public Collection<String> withEvidenceOn(String district, Collection<String> competencies) {
            TreeSet<String> students = new TreeSet<>();
            find(key -> competencies.contains(key.competency()))
                    .forEach(found -> students.add(found.key().studentId()));
            return students;
        }

        @Override
        public void eachKey(Consumer<List<CompetencyKey>> page) {
            page.accept(find(key -> true).stream().map(Found::key).toList());
        }

        @Override
        public void each(String district, Consumer<List<Kept>> page) {
            page.accept(find(key -> key.district().equals(district)).stream()
                    .map(found -> new Kept(found.key(), found.document().state()))
                    .toList());
        }
    }
}
