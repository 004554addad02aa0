package io.pacelight.progression.application;

import static io.pacelight.progression.domain.evidence.Shown.MON;
import static io.pacelight.progression.domain.evidence.Shown.attempt;
import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.events.Envelope;
import io.pacelight.events.EvidenceJudged;
import io.pacelight.events.MasteryAchieved;
import io.pacelight.kit.state.InMemoryStates;
import io.pacelight.kit.state.StateFolder;
import io.pacelight.kit.state.StateMachine;
import io.pacelight.kit.state.Step;
import io.pacelight.progression.application.Arrival.AttemptArrived;
import io.pacelight.progression.domain.evidence.Scale;
import io.pacelight.progression.domain.evidence.SchoolDays;
import io.pacelight.progression.domain.evidence.Shown;
import io.pacelight.progression.domain.map.Prerequisites;
import io.pacelight.progression.domain.mastery.Mastery;
import io.pacelight.progression.domain.mastery.Rules;
import io.pacelight.progression.domain.policy.Highest;
import io.pacelight.progression.domain.policy.PolicyBook;
import io.pacelight.progression.domain.policy.PolicySetting;
import io.pacelight.progression.domain.policy.Scope;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class JudgeArrivalsTest {
    private static final CompetencyKey KEY = new CompetencyKey("d", "stu_1", "M.1");

    private final InMemoryStates<Mastery> masteries = new InMemoryStates<>();
    private final InMemoryStates<StudentState> students = new InMemoryStates<>();
    private final List<Envelope<?>> told = new ArrayList<>();
    private final RulesAtHand rules = new RulesAtHand();
    private final OneEach kept = new OneEach();

    /** Rules that a test can change, also while something is judged. */
    private static final class RulesAtHand implements RuleBook {
        private PolicyBook book = PolicyBook.EMPTY;
        private long revision;

        void set(PolicySetting setting) {
            book = book.with(setting);
            revision++;
        }

        @Override
        public PolicyBook policies(String district) {
            return book;
        }

        @Override
        public Rules rules(String district, String competency, Collection<String> schools, PolicyBook policies) {
            return new Rules(policies.nearest(competency, schools), Scale.DEFAULT, SchoolDays.weekdays(Shown.ZONE));
        }

        @Override
        public Prerequisites prerequisites(String district) {
            return Prerequisites.NONE;
        }

        @Override
        public ZoneId zone(String district, Collection<String> schools) {
            return Shown.ZONE;
        }

        @Override
        public boolean knowsSchool(String district, String school) {
            return true;
        }

        @Override
        public boolean knowsCompetency(String district, String competency) {
            return true;
        }

        @Override
        public long revision() {
            return revision;
        }
    }

    /** Everybody has evidence on one competency; no test here asks for more. */
    private static final class OneEach implements Masteries {
        private int mostAskedAtOnce;

        @Override
        public void eachKey(Consumer<List<CompetencyKey>> page) {}

        @Override
        public List<CompetencyKey> ofStudents(Collection<String> ids) {
            mostAskedAtOnce = Math.max(mostAskedAtOnce, ids.size());
            return ids.stream()
                    .map(id -> new CompetencyKey("d", id.substring(2), "M.1"))
                    .toList();
        }

        @Override
        public List<Kept> ofStudent(String district, String student) {
            return List.of();
        }

        @Override
        public void eachStudent(String district, Consumer<List<String>> page) {}

        @Override
        public Collection<String> withEvidenceOn(String district, Collection<String> competencies) {
            return List.of();
        }

        @Override
        public void each(String district, Consumer<List<Kept>> page) {}
    }

    private JudgeArrivals judging(StateMachine<Mastery, JudgeInput> machine) {
        return new JudgeArrivals(
                new StateFolder<>("/test", students, new StudentMachine(), told::addAll),
                students,
                new StateFolder<>("/test", masteries, machine, told::addAll),
                kept,
                rules);
    }

    private static AttemptArrived arrived(Shown attempt) {
        return new AttemptArrived("event-" + attempt.id(), KEY, attempt.get(), Shown.RECORDED);
    }

    private long told(Class<?> kind) {
        return told.stream()
                .filter(envelope -> kind.isInstance(envelope.data()))
                .count();
    }

    @Test
    void all_attempts_of_one_poll_on_one_competency_are_one_judgement() {
        JudgeArrivals judging = judging(new MasteryMachine());
        judging.judge(List.of(arrived(attempt("a").on(MON)), arrived(attempt("b")), arrived(attempt("c"))));
        assertThat(told(EvidenceJudged.class)).isEqualTo(1);
        assertThat(masteries.load(List.of(KEY.id())).get(KEY.id()))
                .extracting(document -> document.state().portfolio().attempts().size())
                .isEqualTo(3);
    }

    @Test
    void a_poll_that_comes_again_counts_as_unchanged_and_not_as_absorbed() {
        JudgeArrivals judging = judging(new MasteryMachine());
        List<Arrival> poll = List.of(arrived(attempt("a").on(MON)), arrived(attempt("b")), arrived(attempt("c")));
        JudgeArrivals.Outcome first = judging.judge(poll);
        assertThat(first.absorbed()).isEqualTo(1);
        assertThat(first.unchanged()).isZero();
        JudgeArrivals.Outcome again = judging.judge(poll);
        assertThat(again.absorbed()).isZero();
        assertThat(again.unchanged()).isEqualTo(1);
    }

    @Test
    void an_attempt_that_comes_again_beside_a_new_one_gives_events_of_their_own() {
        JudgeArrivals judging = judging(new MasteryMachine());
        judging.judge(List.of(arrived(attempt("a"))));
        judging.judge(List.of(arrived(attempt("b")), arrived(attempt("a"))));
        assertThat(told.stream()
                        .filter(envelope -> envelope.data() instanceof EvidenceJudged)
                        .map(Envelope::id)
                        .distinct())
                .hasSize(2);
    }

    @Test
    void one_that_the_rules_can_not_take_holds_the_others_of_its_competency_up_no_longer_than_once() {
        MasteryMachine machine = new MasteryMachine();
        JudgeArrivals judging = judging(new StateMachine<>() {
            @Override
            public Mastery initial(String document) {
                return machine.initial(document);
            }

            @Override
            public Step<Mastery> apply(Mastery state, JudgeInput input) {
                if (input.attempts().stream().anyMatch(each -> each.id().equals("poison"))) {
                    throw new IllegalStateException("poison");
                }
                return machine.apply(state, input);
            }
        });
        JudgeArrivals.Outcome outcome =
                judging.judge(List.of(arrived(attempt("a")), arrived(attempt("poison")), arrived(attempt("b"))));
        assertThat(outcome.rejected()).containsOnlyKeys("event-poison");
        assertThat(told(EvidenceJudged.class)).isEqualTo(2);
    }

    @Test
    void rules_that_change_while_judging_are_applied_before_the_poll_is_done() {
        MasteryMachine machine = new MasteryMachine();
        JudgeArrivals judging = judging(new StateMachine<>() {
            @Override
            public Mastery initial(String document) {
                return machine.initial(document);
            }

            @Override
            public Step<Mastery> apply(Mastery state, JudgeInput input) {
                if (rules.revision() == 0) {
                    rules.set(new PolicySetting(Scope.DISTRICT, 1, new Highest(), false));
                }
                return machine.apply(state, input);
            }
        });
        judging.judge(List.of(arrived(attempt("a").on(MON))));
        assertThat(told(MasteryAchieved.class)).isEqualTo(1);
        assertThat(told(EvidenceJudged.class)).isEqualTo(2);
    }

    @Test
    void a_look_under_the_same_rules_tells_nothing() {
        JudgeArrivals judging = judging(new MasteryMachine());
        judging.judge(List.of(arrived(attempt("a"))));
        int events = told.size();
        judging.judge(List.of(new Arrival.RulesChanged("again", "d", "stu_1", List.of(), Shown.RECORDED)));
        judging.judge(List.of(new Arrival.RulesChanged("again 2", "d", "stu_1", List.of("M.2"), Shown.RECORDED)));
        assertThat(told).hasSize(events);
    }

    @Test
    void a_rule_that_changed_for_everybody_never_has_everybodys_evidence_in_memory_at_once() {
        JudgeArrivals judging = judging(new MasteryMachine());
        List<Arrival> attempts = new ArrayList<>();
        List<Arrival> looks = new ArrayList<>();
        for (int i = 0; i < 1_001; i++) {
            String student = "stu_" + i;
            attempts.add(new AttemptArrived(
                    "event-" + i,
                    new CompetencyKey("d", student, "M.1"),
                    attempt("a" + i).on(MON).get(),
                    Shown.RECORDED));
            looks.add(new Arrival.RulesChanged("look-" + i, "d", student, List.of(), Shown.RECORDED));
        }
        judging.judge(attempts);
        rules.set(new PolicySetting(Scope.DISTRICT, 1, new Highest(), false));
        judging.judge(looks);
        assertThat(told(MasteryAchieved.class)).isEqualTo(1_001);
        assertThat(kept.mostAskedAtOnce).isEqualTo(100);
    }
}
