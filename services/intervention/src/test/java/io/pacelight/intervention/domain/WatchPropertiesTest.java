package io.pacelight.intervention.domain;

import static io.pacelight.intervention.domain.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What must hold whatever comes in and in whichever order. */
class WatchPropertiesTest {
    private static final String[] COMPETENCIES = {"A", "B", "C", "X", "Y"};
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void facts_in_any_order_and_any_number_end_in_the_same_state() {
        for (int round = 0; round < 400; round++) {
            Scene scene = world();
            StudentWatch start = aPast(scene);
            List<WatchInput> facts = facts(scene, 1000);
            StudentWatch straight = end(scene, start, facts);
            List<WatchInput> shuffled = new ArrayList<>(facts);
            for (int i = 0; i < 5; i++) shuffled.add(facts.get(random.nextInt(facts.size())));
            Collections.shuffle(shuffled, random);
            assertThat(end(scene, start, shuffled))
                    .as("seed %s round %s", seed, round)
                    .isEqualTo(straight);
        }
    }

    @Test
    void facts_one_by_one_and_all_at_once_are_the_same() {
        for (int round = 0; round < 200; round++) {
            Scene scene = world();
            List<WatchInput> inputs = anything(scene);
            StudentWatch oneByOne = scene.state;
            for (WatchInput input : inputs)
                if (scene.decider.decide(oneByOne, input) instanceof Verdict.Accepted accepted)
                    oneByOne = StudentWatch.evolve(oneByOne, accepted.events());
            WatchDecider.Folded folded = scene.decider.fold(scene.state, inputs);
            assertThat(folded.state()).as("seed %s round %s", seed, round).isEqualTo(oneByOne);
            assertThat(StudentWatch.evolve(scene.state, folded.events())).isEqualTo(oneByOne);
        }
    }

    @Test
    void every_reason_lies_in_one_conference_and_no_class_has_two_open() {
        for (int round = 0; round < 400; round++) {
            Scene scene = world();
            StudentWatch state = scene.state;
            Map<String, String> home = new HashMap<>();
            for (WatchInput input : anything(scene)) {
                if (scene.decider.decide(state, input) instanceof Verdict.Accepted accepted) {
                    for (WatchEvent event : accepted.events()) {
                        state = StudentWatch.evolve(state, event);
                        holds(state, home, "seed " + seed + " round " + round + " after " + event);
                    }
                }
            }
        }
    }

    @Test
    void after_time_has_passed_nothing_is_due_before_it_and_passing_again_changes_nothing() {
        for (int round = 0; round < 300; round++) {
            Scene scene = world();
            WatchDecider.Folded folded = scene.decider.fold(scene.state, anything(scene));
            Instant now = at(random.nextInt(200), "10:00");
            WatchDecider.Folded passed = scene.decider.fold(folded.state(), List.of(new WatchInput.TimePassed(now)));
            Instant due = passed.state().dueAt();
            if (due != null) assertThat(due).as("seed %s round %s", seed, round).isAfter(now);
            assertThat(scene.decider
                            .fold(passed.state(), List.of(new WatchInput.TimePassed(now)))
                            .events())
                    .as("seed %s round %s", seed, round)
                    .isEmpty();
        }
    }

    private static void holds(StudentWatch state, Map<String, String> home, String when) {
        Set<String> open = new HashSet<>();
        for (Conference conference : state.conferences())
            if (conference.state().isOpen())
                assertThat(open.add(conference.classId())).as(when).isTrue();
        for (Reason reason : state.reasons())
            assertThat(home.computeIfAbsent(reason.id(), id -> reason.conference()))
                    .as(when)
                    .isEqualTo(reason.conference());
    }

    /** Two sections of one course, another class, and one that nobody has told of yet. */
    private Scene world() {
        return new Scene()
                .withSection("m1", "math", "A", 120, "B", 120, "C", 300)
                .withSection("m2", "math", "A", 120, "B", 120, "C", 300)
                .withClass("art", "X", 200, "Y", 300, "B", 500);
    }

    private StudentWatch aPast(Scene scene) {
        List<WatchInput> inputs = new ArrayList<>(facts(scene, 0));
        inputs.add(new WatchInput.TimePassed(at(10 + random.nextInt(60), "10:00")));
        return scene.decider.fold(scene.state, inputs).state();
    }

    private static StudentWatch end(Scene scene, StudentWatch start, List<WatchInput> facts) {
        List<WatchInput> all = new ArrayList<>(facts);
        all.add(new WatchInput.TimePassed(at(90, "10:00")));
        return scene.decider.fold(start, all).state();
    }

    private List<WatchInput> facts(Scene scene, long from) {
        List<WatchInput> facts = new ArrayList<>();
        for (int i = 0; i < 3; i++) facts.add(enrolments(scene, from + i));
        Set<LocalDate> days = new HashSet<>();
        for (int i = 0; i < 4; i++) {
            LocalDate date = Scene.MON.plusDays(random.nextInt(100));
            if (days.add(date))
                facts.add(new WatchInput.AttendanceTold(from + i, date, null, new Absence(date, null, null)));
        }
        for (int i = 0; i < 12; i++) facts.add(standing(from + i));
        facts.add(new WatchInput.ReferenceMoved());
        return facts;
    }

    private WatchInput enrolments(Scene scene, long sequence) {
        List<Enrolled> enrolled = new ArrayList<>();
        for (String classId : new String[] {"m1", "m2", "art", "unknown"})
            if (random.nextInt(4) > 0) {
                int begin = random.nextInt(40);
                enrolled.add(scene.stay(
                        classId,
                        random.nextBoolean() ? null : begin,
                        random.nextBoolean() ? null : begin + random.nextInt(60)));
            }
        return new WatchInput.EnrolmentsTold(sequence, enrolled);
    }

    private WatchInput standing(long sequence) {
        Standing.Status[] all = Standing.Status.values();
        Standing.Status status = all[1 + random.nextInt(5)];
        Instant at = at(random.nextInt(90), "08:" + (10 + random.nextInt(50)));
        return Scene.standing(COMPETENCIES[random.nextInt(COMPETENCIES.length)], sequence, status, at, at);
    }

    private List<WatchInput> anything(Scene scene) {
        List<WatchInput> inputs = new ArrayList<>();
        int day = 0;
        StudentWatch state = scene.state;
        for (int i = 0; i < 60; i++) {
            day += random.nextInt(3);
            Instant now = at(day, "10:00");
            WatchInput input =
                    switch (random.nextInt(8)) {
                        case 0 -> enrolments(scene, i);
                        case 1, 2 -> standing(i);
                        case 3 -> {
                            LocalDate date = Scene.MON.plusDays(random.nextInt(100));
                            yield new WatchInput.AttendanceTold(i, date, null, new Absence(date, null, 30));
                        }
                        case 4 -> command(state, now);
                        default -> new WatchInput.TimePassed(now);
                    };
            inputs.add(input);
            state = scene.decider.fold(state, List.of(input)).state();
        }
        return inputs;
    }

    private WatchInput command(StudentWatch state, Instant now) {
        List<Conference> all = new ArrayList<>(state.conferences());
        if (all.isEmpty()) return new WatchInput.TimePassed(now);
        String id = all.get(random.nextInt(all.size())).id();
        String by = "stf_" + random.nextInt(2);
        return switch (random.nextInt(4)) {
            case 0 -> new WatchInput.SnoozeConference(id, by, now, 1 + random.nextInt(3));
            case 1 ->
                new WatchInput.FinishConference(
                        id, by, now, "PLAN", "x", random.nextBoolean() ? null : Scene.MON.plusDays(random.nextInt(99)));
            case 2 -> new WatchInput.DismissConference(id, by, now, "x");
            default -> new WatchInput.StartConference(id, by, now);
        };
    }
}
