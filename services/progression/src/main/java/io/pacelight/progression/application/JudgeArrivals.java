package io.pacelight.progression.application;

import io.pacelight.events.EventIds;
import io.pacelight.events.Keys;
import io.pacelight.kit.state.Folded;
import io.pacelight.kit.state.Input;
import io.pacelight.kit.state.StateDocument;
import io.pacelight.kit.state.StateFolder;
import io.pacelight.kit.state.StateStore;
import io.pacelight.progression.application.Arrival.AttemptArrived;
import io.pacelight.progression.application.Arrival.RulesChanged;
import io.pacelight.progression.domain.mastery.Mastery;
import io.pacelight.progression.domain.mastery.Rules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges what a poll brought: first what concerns the students themselves, then all of their new evidence, each competency
 * once, in a handful of round trips, however many students there are. Changed rules concern all that a student has ever
 * shown, so those students are looked at some at a time.
 */
public final class JudgeArrivals {
    /** Students with a hundred competencies each, whose evidence is in memory at once. */
    private static final int LOOKED_AT_ONCE = 100;

    private final StateFolder<StudentState, StudentInput> students;
    private final StateStore<StudentState> studentStates;
    private final StateFolder<Mastery, JudgeInput> masteries;
    private final Masteries kept;
    private final RuleBook rules;

    public JudgeArrivals(
            StateFolder<StudentState, StudentInput> students,
            StateStore<StudentState> studentStates,
            StateFolder<Mastery, JudgeInput> masteries,
            Masteries kept,
            RuleBook rules) {
        this.students = students;
        this.studentStates = studentStates;
        this.masteries = masteries;
        this.kept = kept;
        this.rules = rules;
    }

    /**
     * What it came to.
     *
     * @param rejected why nothing of an arrival was applied, by its cause; no values
     */
    public record Outcome(Map<String, String> rejected, int absorbed, int unchanged, int conflicts) {}

    public Outcome judge(List<Arrival> arrivals) {
        return judge(arrivals, Map.of());
    }

    /** @param contexts W3C trace contexts of the arrivals that are followed, by cause */
    public Outcome judge(List<Arrival> arrivals, Map<String, String> contexts) {
        List<Input<StudentInput>> toStudents = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            switch (arrival) {
                case AttemptArrived _ -> {}
                case Arrival.StudentTold told ->
                    toStudents.add(new Input<>(told.studentId(), told.cause(), told.mark(), told.input()));
                case Arrival.RowTold told ->
                    toStudents.add(new Input<>(
                            Keys.of(told.district(), told.student()),
                            told.cause(),
                            null,
                            new StudentInput.Judged(
                                    told.district(),
                                    told.student(),
                                    told.row(),
                                    rules.prerequisites(told.district()),
                                    told.at())));
                case RulesChanged changed ->
                    toStudents.add(new Input<>(
                            Keys.of(changed.district(), changed.student()),
                            changed.cause(),
                            null,
                            new StudentInput.MapRedrawn(
                                    changed.district(),
                                    changed.student(),
                                    rules.prerequisites(changed.district()),
                                    changed.at())));
            }
        }
        Folded<StudentState> folded = students.fold(toStudents.stream()
                .map(input -> input.followedBy(contexts.get(input.cause())))
                .toList());
        Tally tally = new Tally();
        tally.add(folded, toStudents.size());
        judgeEvidence(arrivals, contexts, folded, tally);
        return new Outcome(tally.rejected, tally.absorbed, tally.unchanged, tally.conflicts);
    }

    /**
     * Takes in what is only read again during a rebuild: schools, rows and attempts are kept, nothing is judged and
     * nothing told. Changed rules need no input: everything is looked at once the rebuild is over.
     */
    public Outcome remember(List<Arrival> arrivals) {
        List<Input<StudentInput>> toStudents = new ArrayList<>();
        List<Input<JudgeInput>> toMasteries = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            switch (arrival) {
                case AttemptArrived arrived ->
                    toMasteries.add(new Input<>(
                            arrived.key().id(),
                            arrived.cause(),
                            null,
                            new JudgeInput(
                                    arrived.key(),
                                    List.of(arrived.attempt()),
                                    rulesFor(arrived.key(), Map.of()),
                                    arrived.at(),
                                    true)));
                case Arrival.StudentTold told ->
                    toStudents.add(new Input<>(
                            told.studentId(), told.cause(), told.mark(), new StudentInput.Remembered(told.input())));
                case Arrival.RowTold told ->
                    toStudents.add(new Input<>(
                            Keys.of(told.district(), told.student()),
                            told.cause(),
                            null,
                            new StudentInput.Remembered(new StudentInput.Judged(
                                    told.district(),
                                    told.student(),
                                    told.row(),
                                    rules.prerequisites(told.district()),
                                    told.at()))));
                case RulesChanged _ -> {}
            }
        }
        Tally tally = new Tally();
        tally.add(students.fold(toStudents), toStudents.size());
        tally.add(masteries.fold(toMasteries), toMasteries.size());
        return new Outcome(tally.rejected, tally.absorbed, tally.unchanged, tally.conflicts);
    }

    /**
     * Looks at everything once under the rules as they are now, after a rebuild: what reads as it was told last is not
     * told again, and what a lost instance had never come to is told now.
     */
    public void lookAtAll(Instant at) {
        kept.eachKey(page -> {
            Set<String> concerned = new HashSet<>();
            page.forEach(key -> concerned.add(key.studentId()));
            List<Input<StudentInput>> maps = new ArrayList<>();
            for (CompetencyKey key : page) {
                if (concerned.remove(key.studentId())) {
                    maps.add(new Input<>(
                            key.studentId(),
                            "rebuilt|" + key.studentId() + '|' + at,
                            null,
                            new StudentInput.MapRedrawn(
                                    key.district(), key.student(), rules.prerequisites(key.district()), at)));
                }
            }
            Folded<StudentState> folded = students.fold(maps);
            Map<String, StudentState> states = states(Set.of(), folded);
            masteries.fold(page.stream()
                    .map(key -> look(key, "rebuilt|" + key.id() + '|' + at, at, states))
                    .toList());
        });
    }

    private void judgeEvidence(
            List<Arrival> arrivals, Map<String, String> contexts, Folded<StudentState> folded, Tally tally) {
        Map<CompetencyKey, List<AttemptArrived>> attempts = new LinkedHashMap<>();
        Map<String, List<RulesChanged>> looks = new LinkedHashMap<>();
        for (Arrival arrival : arrivals) {
            if (arrival instanceof AttemptArrived arrived) {
                attempts.computeIfAbsent(arrived.key(), _ -> new ArrayList<>()).add(arrived);
            } else if (arrival instanceof RulesChanged changed) {
                looks.computeIfAbsent(Keys.of(changed.district(), changed.student()), _ -> new ArrayList<>())
                        .add(changed);
            }
        }
        if (!attempts.isEmpty()) {
            judgeAttempts(attempts, contexts, folded, tally, arrivals.getLast());
        }
        List<String> ids = List.copyOf(looks.keySet());
        for (int from = 0; from < ids.size(); from += LOOKED_AT_ONCE) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + LOOKED_AT_ONCE));
            lookAgain(some, looks, folded, tally, arrivals.getLast());
        }
    }

    private void judgeAttempts(
            Map<CompetencyKey, List<AttemptArrived>> attempts,
            Map<String, String> contexts,
            Folded<StudentState> folded,
            Tally tally,
            Arrival last) {
        Set<String> concerned = new HashSet<>();
        attempts.keySet().forEach(key -> concerned.add(key.studentId()));
        Map<String, StudentState> states = states(concerned, folded);
        long revision = rules.revision();
        List<Input<JudgeInput>> inputs = new ArrayList<>();
        Map<String, List<AttemptArrived>> groups = new HashMap<>();
        attempts.forEach((key, group) -> {
            Input<JudgeInput> input = input(key, group, states).followedBy(lastOf(group, contexts));
            groups.put(input.cause(), group);
            inputs.add(input);
        });
        Folded<Mastery> judged = masteries.fold(inputs);
        tally.add(judged, inputs.size(), groups.keySet());
        judgeOneByOne(groups, judged.rejected(), states, contexts, tally);
        judgeAgainIfRulesMoved(revision, attempts.keySet(), states, last);
    }

    /** Looks at all competencies of these students that their changed rules concern. */
    private void lookAgain(
            List<String> ids,
            Map<String, List<RulesChanged>> looks,
            Folded<StudentState> folded,
            Tally tally,
            Arrival last) {
        Map<String, StudentState> states = states(Set.copyOf(ids), folded);
        long revision = rules.revision();
        Set<CompetencyKey> touched = new HashSet<>();
        List<Input<JudgeInput>> inputs = new ArrayList<>();
        for (CompetencyKey key : kept.ofStudents(ids)) {
            for (RulesChanged look : looks.getOrDefault(key.studentId(), List.of())) {
                if (look.competencies().isEmpty() || look.competencies().contains(key.competency())) {
                    touched.add(key);
                    inputs.add(look(key, look.cause(), look.at(), states));
                }
            }
        }
        tally.add(masteries.fold(inputs), inputs.size());
        judgeAgainIfRulesMoved(revision, touched, states, last);
    }

    /** One bad attempt must not hold back the others of its competency. */
    private void judgeOneByOne(
            Map<String, List<AttemptArrived>> groups,
            List<Folded.Rejected> rejected,
            Map<String, StudentState> states,
            Map<String, String> contexts,
            Tally tally) {
        List<Input<JudgeInput>> singles = new ArrayList<>();
        for (Folded.Rejected group : rejected) {
            for (AttemptArrived arrived : groups.getOrDefault(group.cause(), List.of())) {
                singles.add(input(arrived.key(), List.of(arrived), states).followedBy(contexts.get(arrived.cause())));
            }
        }
        if (!singles.isEmpty()) {
            tally.add(masteries.fold(singles), singles.size());
        }
    }

    /** Rules that changed while these were judged found some of them not yet stored; so they are looked at once more. */
    private void judgeAgainIfRulesMoved(
            long revision, Set<CompetencyKey> touched, Map<String, StudentState> states, Arrival last) {
        long judgedUnder = revision;
        while (rules.revision() != judgedUnder) {
            judgedUnder = rules.revision();
            String cause = EventIds.named(last.cause() + "\nrules " + judgedUnder);
            List<Input<JudgeInput>> again = new ArrayList<>();
            for (CompetencyKey key : touched) {
                again.add(look(key, cause, last.at(), states));
            }
            masteries.fold(again);
        }
    }

    private Input<JudgeInput> input(CompetencyKey key, List<AttemptArrived> group, Map<String, StudentState> states) {
        AttemptArrived last = group.getLast();
        return new Input<>(
                key.id(),
                cause(group),
                null,
                JudgeInput.judged(
                        key, group.stream().map(AttemptArrived::attempt).toList(), rulesFor(key, states), last.at()));
    }

    /** One judgement follows from the whole group; the last of it that is followed stands for it. */
    private static @Nullable String lastOf(List<AttemptArrived> group, Map<String, String> contexts) {
        for (AttemptArrived arrived : group.reversed()) {
            String context = contexts.get(arrived.cause());
            if (context != null) {
                return context;
            }
        }
        return null;
    }

    private Input<JudgeInput> look(CompetencyKey key, String cause, Instant at, Map<String, StudentState> states) {
        return new Input<>(key.id(), cause, null, JudgeInput.judged(key, List.of(), rulesFor(key, states), at));
    }

    /** Names exactly this set: another set with one of them in it is another cause, so its events are no repeats. */
    private static String cause(List<AttemptArrived> group) {
        if (group.size() == 1) {
            return group.getFirst().cause();
        }
        return EventIds.named(String.join(
                "\n",
                group.stream().map(AttemptArrived::cause).sorted().distinct().toList()));
    }

    private Rules rulesFor(CompetencyKey key, Map<String, StudentState> states) {
        StudentState student = states.getOrDefault(key.studentId(), StudentState.UNKNOWN);
        return rules.rules(key.district(), key.competency(), student.schools());
    }

    private Map<String, StudentState> states(Set<String> concerned, Folded<StudentState> folded) {
        Map<String, StudentState> states = new HashMap<>();
        for (StateDocument<StudentState> document : folded.touched()) {
            states.put(document.id(), document.state());
        }
        Set<String> others = new HashSet<>(concerned);
        others.removeAll(states.keySet());
        if (!others.isEmpty()) {
            studentStates.load(others).forEach((id, document) -> states.put(id, document.state()));
        }
        return states;
    }

    private static final class Tally {
        private final Map<String, String> rejected = new HashMap<>();
        private int absorbed;
        private int unchanged;
        private int conflicts;

        void add(Folded<?> folded, int inputs) {
            add(folded, inputs, Set.of());
        }

        /** @param groups causes whose members are tried one by one if they are rejected, so that it is not told of them */
        void add(Folded<?> folded, int inputs, Set<String> groups) {
            for (Folded.Rejected each : folded.rejected()) {
                if (!groups.contains(each.cause())) {
                    rejected.put(each.cause(), each.reason());
                }
            }
            absorbed += folded.absorbed();
            unchanged += inputs - folded.absorbed() - folded.rejected().size();
            conflicts += folded.conflicts();
        }
    }
}
