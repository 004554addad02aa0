package io.pacelight.intervention.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.intervention.domain.Enrolled;
import io.pacelight.intervention.domain.Reason;
import io.pacelight.intervention.domain.SampleClass;
import io.pacelight.intervention.domain.Standing;
import io.pacelight.intervention.domain.StudentWatch;
import io.pacelight.intervention.domain.WatchInput;
import io.pacelight.kit.state.InMemoryStates;
import io.pacelight.kit.state.Input;
import io.pacelight.kit.state.StateFolder;
import io.pacelight.kit.state.StateMachine;
import io.pacelight.kit.state.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** After an outage the backlog speaks first. */
class StrikerTest {
    private static final String STUDENT = "d1|stu_1";

    private final InMemoryStates<StudentWatch> states = new InMemoryStates<>();
    private final List<String> published = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private final List<String> missedTargets = new ArrayList<>();
    private boolean broken;
    private boolean inBook = true;
    private final WatchMachine rules =
            new WatchMachine(district -> classId -> inBook ? SampleClass.book().find(classId) : null);
    private final StateFolder<StudentWatch, Told> folder = new StateFolder<>(
            "/pacelight/intervention",
            states,
            new StateMachine<>() {
                @Override
                public StudentWatch initial(String document) {
                    return rules.initial(document);
                }

                @Override
                public Step<StudentWatch> apply(StudentWatch state, Told told) {
                    if (broken && !STUDENT.equals("d1|" + state.student()))
                        throw new IllegalStateException("of " + state.student());
                    return rules.apply(state, told);
                }
            },
            events -> events.forEach(event -> published.add(event.type().replaceAll(".*pacelight.(.*).v1", "$1"))));
    private final Known known = new Known();
    private final Striker striker = new Striker(
            known,
            known,
            folder,
            rejected -> rejected.forEach(one -> failed.add(one.document() + " " + one.reason())),
            clock -> missedTargets.add(clock.document() + " " + clock.at()),
            strike -> strike);
    private final Instant missed = SampleClass.secondMeetingEnds();

    /** One partition that can be behind, and one student whose clock is always looked at when due. */
    private final class Known implements Backlog, Watches {
        private boolean behind;
        private boolean own = true;
        private final List<String> inFront = new ArrayList<>();

        @Override
        public int partitions() {
            return 8;
        }

        @Override
        public Mark mark() {
            return () -> own ? Set.of(3) : Set.of();
        }

        @Override
        public Set<Integer> handledBeyond(Mark mark) {
            return behind ? Set.of() : new HashSet<>(mark.partitions());
        }

        @Override
        public Set<Integer> owned() {
            return own ? Set.of(3) : Set.of();
        }

        @Override
        public @Nullable Stored find(String district, String student) {
            return null;
        }

        @Override
        public List<Stored> waitingIn(String district, Collection<String> classes) {
            return List.of();
        }

        @Override
        public int heldSince(String district, String staff, Instant since, Instant now) {
            return 0;
        }

        @Override
        public void studentsIn(String district, Collection<String> classes, Consumer<List<String>> some) {}

        @Override
        public List<Due> due(Instant now, Collection<Integer> partitions, int of, int limit) {
            Instant due = watch().dueAt();
            List<String> all = new ArrayList<>(inFront);
            if (due != null && !due.isAfter(now)) all.add(STUDENT);
            return all.stream()
                    .limit(limit)
                    .map(document -> new Due(document, missed, missed))
                    .toList();
        }

        @Override
        public long countDue(Instant now) {
            return due(now, Set.of(), 8, Integer.MAX_VALUE).size();
        }
    }

    private StudentWatch watch() {
        var stored = states.load(List.of(STUDENT)).get(STUDENT);
        return stored == null ? StudentWatch.of("d1", "stu_1") : stored.state();
    }

    private void told(WatchInput input) {
        folder.fold(List.of(new Input<>(STUDENT, "cause " + input, null, new Told(input, missed))));
    }

    private void enrolled() {
        told(new WatchInput.EnrolmentsTold(1, List.of(new Enrolled(SampleClass.ID, "course", null, null))));
    }

    private void mastered() {
        Instant at = missed.minusSeconds(600);
        told(new WatchInput.StandingTold(
                SampleClass.COMPETENCY, new Standing(2, Standing.Status.MASTERED, true, at, 4, false, at, at)));
    }

    @Test
    void what_was_to_be_read_is_read_before_a_clock_strikes() {
        enrolled();
        known.behind = true;
        assertThat(striker.turn(missed)).isZero();
        mastered();
        known.behind = false;
        striker.turn(missed.plusSeconds(1));

        assertThat(watch().reasons()).isEmpty();
        assertThat(published).doesNotContain("pacing-target-missed");
    }

    @Test
    void a_clock_strikes_once_for_all_turns_and_tells_target_and_conference() {
        enrolled();
        striker.turn(missed);
        striker.turn(missed);
        striker.turn(missed.plusSeconds(5));

        assertThat(watch().reasons()).extracting(Reason::target).containsExactly("pace:" + SampleClass.COMPETENCY);
        assertThat(published).containsExactly("pacing-target-missed", "pace-changed", "conference-task-opened");
        assertThat(missedTargets).as("told once, to be measured").containsExactly(STUDENT + " " + missed);
    }

    @Test
    void clocks_of_partitions_that_went_to_another_instance_are_left_to_it() {
        enrolled();
        known.behind = true;
        striker.turn(missed);
        known.own = false;
        known.behind = false;
        striker.turn(missed);
        striker.turn(missed);

        assertThat(watch().reasons()).isEmpty();
        known.own = true;
        striker.turn(missed);
        assertThat(watch().reasons()).hasSize(1);
    }

    @Test
    void clocks_that_fail_are_told_and_put_off_and_never_stop_those_behind_them() {
        enrolled();
        for (int i = 0; i < Striker.AT_ONCE + 1; i++) known.inFront.add("d1|broken" + i);
        broken = true;

        assertThat(striker.turn(missed)).isEqualTo(1);
        assertThat(watch().reasons()).hasSize(1);
        assertThat(failed)
                .hasSize(Striker.AT_ONCE + 1)
                .first()
                .asString()
                .startsWith("d1|broken0 the rules could not take it: IllegalStateException at ")
                .doesNotContain("of broken0");

        striker.turn(missed.plus(Striker.LATER).minusSeconds(1));
        assertThat(failed).as("left alone for a while").hasSize(Striker.AT_ONCE + 1);
        striker.turn(missed.plus(Striker.LATER));
        assertThat(failed).as("and then tried again").hasSize(2 * (Striker.AT_ONCE + 1));
    }

    @Test
    void a_class_that_comes_while_a_look_without_it_is_written_is_looked_at_all_the_same() {
        inBook = false;
        enrolled();
        states.beforeSave(() -> {
            inBook = true;
            told(new WatchInput.ReferenceMoved());
        });
        striker.turn(missed);

        assertThat(watch().reasons()).extracting(Reason::target).containsExactly("pace:" + SampleClass.COMPETENCY);
    }

    @Test
    void mastery_closes_the_conference_and_says_so() {
        enrolled();
        striker.turn(missed);
        published.clear();
        mastered();

        assertThat(published).containsExactly("pace-changed", "conference-task-closed");
    }
}
