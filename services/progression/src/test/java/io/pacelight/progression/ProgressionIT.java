package io.pacelight.progression;

import static io.pacelight.progression.World.MON;
import static io.pacelight.progression.World.TUE;
import static io.pacelight.progression.World.WED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.pacelight.events.CompetencyUnlocked;
import io.pacelight.events.Envelope;
import io.pacelight.events.Event;
import io.pacelight.events.EvidenceJudged;
import io.pacelight.events.EvidenceKind;
import io.pacelight.events.Keys;
import io.pacelight.events.LevelChanged;
import io.pacelight.events.MasteryAchieved;
import io.pacelight.events.MasteryRevoked;
import io.pacelight.events.SchoolDay;
import io.pacelight.kit.state.EventPublisher;
import io.pacelight.kit.state.Input;
import io.pacelight.kit.state.StateFolder;
import io.pacelight.kit.state.StateStore;
import io.pacelight.kit.stream.QuarantineShelf;
import io.pacelight.kit.testing.Eventually;
import io.pacelight.kit.testing.RunningService;
import io.pacelight.progression.application.CompetencyKey;
import io.pacelight.progression.application.JudgeInput;
import io.pacelight.progression.application.Masteries;
import io.pacelight.progression.application.MasteryMachine;
import io.pacelight.progression.application.RuleBook;
import io.pacelight.progression.domain.evidence.Attempt;
import io.pacelight.progression.domain.evidence.Kind;
import io.pacelight.progression.domain.evidence.Level;
import io.pacelight.progression.domain.evidence.Score;
import io.pacelight.progression.domain.mastery.Mastery;
import io.pacelight.progression.domain.mastery.Standing;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Attempts in, judgements out, on a real broker and over the store's real protocol. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProgressionIT {
    private final String database = "progression-" + UUID.randomUUID();
    private RunningService service = start();

    private RunningService start() {
        return RunningService.start(
                ProgressionApplication.class,
                "progression",
                database,
                Map.of("pacelight.progression.settling", "50ms"),
                Map.of());
    }

    private MasteryTopic topic = MasteryTopic.of(service);

    @AfterAll
    void stop() {
        topic.close();
        service.close();
    }

    private static World world() {
        return new World("d" + UUID.randomUUID());
    }

    private void publish(Envelope<?>... events) {
        service.bean(EventPublisher.class).publish(List.of(events));
    }

    private Map<String, Mastery> states(World world) {
        Map<String, Mastery> states = new TreeMap<>();
        service.bean(Masteries.class)
                .each(
                        world.district(),
                        page -> page.forEach(each -> states.put(
                                each.key().student() + " " + each.key().competency(), each.mastery())));
        return states;
    }

    private Standing standing(World world, String student, String competency) {
        Mastery mastery = states(world).get(student + " " + competency);
        assertThat(mastery).isNotNull();
        Standing standing = mastery == null ? null : mastery.standing();
        if (standing == null) {
            throw new AssertionError("no standing yet");
        }
        return standing;
    }

    private <E extends Event> List<E> told(World world, Class<E> kind) {
        return topic.told(world.district(), kind);
    }

    @Test
    void two_demonstrations_in_two_contexts_on_two_days_master_a_competency_and_are_told() {
        World world = world();
        publish(world.attempt("a", "stu_1", "M.1", "3", "essay", MON));
        Eventually.holds(() -> assertThat(told(world, EvidenceJudged.class)).hasSize(1));
        publish(world.attempt("b", "stu_1", "M.1", "4", "debate", TUE));

        Eventually.holds(() -> assertThat(told(world, MasteryAchieved.class))
                .containsExactly(
                        new MasteryAchieved(world.district(), "stu_1", "M.1", new BigDecimal("4.00"), TUE, "b")));
        assertThat(told(world, LevelChanged.class))
                .extracting(LevelChanged::from, LevelChanged::to, LevelChanged::because)
                .containsExactly(
                        tuple(new BigDecimal("0.00"), new BigDecimal("2.00"), "a"),
                        tuple(new BigDecimal("2.00"), new BigDecimal("4.00"), "b"));
        EvidenceJudged first = told(world, EvidenceJudged.class).getFirst();
        assertThat(first.chancesHad()).isEqualTo(1);
        assertThat(first.chancesNeeded()).isEqualTo(2);
        assertThat(first.mastered()).isFalse();
    }

    @Test
    void redelivered_and_reordered_attempts_end_in_the_same_state_and_tell_nothing_twice() {
        World world = world();
        World other = world();
        long seed = 371;
        Random random = new Random(seed);
        publish(attempts(world, random).toArray(Envelope<?>[]::new));
        List<Envelope<?>> shuffled = attempts(other, new Random(seed));
        shuffled.addAll(shuffled.subList(0, 100));
        Collections.shuffle(shuffled, random);
        for (int at = 0; at < shuffled.size(); at += 40) {
            publish(shuffled.subList(at, Math.min(at + 40, shuffled.size())).toArray(Envelope<?>[]::new));
        }
        publish(
                world.attempt("last", "stu_last", "M.1", "3", null, null),
                other.attempt("last", "stu_last", "M.1", "3", null, null));
        Eventually.holds(() -> assertThat(attemptsIn(states(world))).isEqualTo(202));
        Eventually.holds(() -> assertThat(states(other)).as("seed %d", seed).isEqualTo(states(world)));

        Map<String, Long> told = sequences(other);
        publish(attempts(other, new Random(seed)).toArray(Envelope<?>[]::new));
        for (int student = 0; student < 5; student++) {
            publish(other.attempt("afterwards" + student, "stu_" + student, "M.9", "3", null, null));
        }
        Eventually.holds(() -> assertThat(sequences(other)).hasSize(told.size() + 5));
        assertThat(sequences(other)).as("how many events each has told").containsAllEntriesOf(told);
    }

    /** How many events each competency of a district has told so far. */
    private Map<String, Long> sequences(World world) {
        Map<String, Long> sequences = new TreeMap<>();
        List<String> ids = new ArrayList<>();
        service.bean(Masteries.class)
                .each(
                        world.district(),
                        page -> page.forEach(each -> ids.add(each.key().id())));
        masteryStore().load(ids).forEach((id, document) -> sequences.put(id, document.sequence()));
        return sequences;
    }

    private static int attemptsIn(Map<String, Mastery> states) {
        return states.values().stream()
                .mapToInt(mastery -> mastery.portfolio().attempts().size())
                .sum();
    }

    private static List<Envelope<?>> attempts(World world, Random random) {
        List<Envelope<?>> attempts = new ArrayList<>();
        for (int i = 0; i < 201; i++) {
            attempts.add(world.attempt(
                    "a" + i,
                    1,
                    "stu_" + i % 5,
                    "M." + i % 3,
                    i % 7 == 0 ? EvidenceKind.FORMATIVE : EvidenceKind.SUMMATIVE,
                    String.valueOf(1 + random.nextInt(4)),
                    "c" + i % 4,
                    i % 9 == 0 ? null : MON.plusSeconds(3_600L * random.nextInt(200)),
                    i));
        }
        return attempts;
    }

    @Test
    void corrections_and_voids_recompute_whichever_way_round_they_come() {
        World world = world();
        publish(world.policy("district", 1, "highest", Map.of()));
        publish(
                world.attempt("a", 2, "stu_1", "M.1", EvidenceKind.SUMMATIVE, "3", null, MON, 0),
                world.attempt("a", 1, "stu_1", "M.1", EvidenceKind.SUMMATIVE, "1", null, MON, 0),
                world.voided("b", 2, "stu_1", "M.2"),
                world.attempt("b", 1, "stu_1", "M.2", EvidenceKind.SUMMATIVE, "4", null, MON, 0));
        Eventually.holds(
                () -> assertThat(standing(world, "stu_1", "M.1").mastered()).isTrue());
        Eventually.holds(
                () -> assertThat(standing(world, "stu_1", "M.2").attempts()).isZero());

        publish(world.attempt("a", 3, "stu_1", "M.1", EvidenceKind.SUMMATIVE, "2", null, MON, 0));
        Eventually.holds(() -> assertThat(told(world, MasteryRevoked.class))
                .containsExactly(new MasteryRevoked(world.district(), "stu_1", "M.1", new BigDecimal("2.00"), "a")));
    }

    @Test
    void a_competency_opens_when_all_its_prerequisites_are_met_by_mastery_or_one_formative() {
        World world = world();
        publish(world.policy("district", 1, "latest", Map.of()), world.prerequisites("M.3", "M.1", "M.2"));
        publish(world.attempt("a", "stu_1", "M.1", "3", null, MON));
        Eventually.holds(
                () -> assertThat(standing(world, "stu_1", "M.1").mastered()).isTrue());
        assertThat(told(world, CompetencyUnlocked.class)).isEmpty();
        publish(world.attempt("b", 1, "stu_1", "M.2", EvidenceKind.FORMATIVE, "3", null, TUE, 0));
        Eventually.holds(() -> assertThat(told(world, CompetencyUnlocked.class))
                .containsExactly(new CompetencyUnlocked(world.district(), "stu_1", "M.3", List.of("M.1", "M.2"))));

        publish(world.prerequisites("M.4", "M.2"));
        Eventually.holds(() -> assertThat(told(world, CompetencyUnlocked.class))
                .extracting(CompetencyUnlocked::competency)
                .containsExactly("M.3", "M.4"));
    }

    @Test
    void a_policy_change_judges_everybody_concerned_again_and_a_schools_policy_only_its_own() {
        World world = world();
        publish(world.student("stu_1", 1, "c1", "north"), world.student("stu_2", 1, "c2", "south"));
        publish(world.attempt("a", "stu_1", "M.1", "3", null, MON), world.attempt("b", "stu_2", "M.1", "3", null, MON));
        Eventually.holds(
                () -> assertThat(standing(world, "stu_2", "M.1").mastered()).isFalse());

        publish(world.policy("school:north", 1, "highest", Map.of()));
        Eventually.holds(
                () -> assertThat(standing(world, "stu_1", "M.1").mastered()).isTrue());
        assertThat(standing(world, "stu_2", "M.1").mastered()).isFalse();
        Eventually.holds(() -> assertThat(told(world, MasteryAchieved.class))
                .extracting(MasteryAchieved::student, MasteryAchieved::because)
                .containsExactly(tuple("stu_1", null)));

        publish(world.student("stu_2", 2, "c1", "north"));
        Eventually.holds(
                () -> assertThat(standing(world, "stu_2", "M.1").mastered()).isTrue());

        publish(world.policy("competency:M.1", 1, "n-times", Map.of("n", BigDecimal.TWO)));
        Eventually.holds(() -> assertThat(told(world, MasteryRevoked.class))
                .extracting(MasteryRevoked::student)
                .containsExactlyInAnyOrder("stu_1", "stu_2"));
    }

    @Test
    void a_calendar_decides_how_far_two_demonstrations_are_apart() {
        World world = world();
        publish(world.student("stu_1", 1, "c1", "north"), world.school("north"));
        publish(
                world.attempt("a", "stu_1", "M.1", "3", "essay", MON),
                world.attempt("b", "stu_1", "M.1", "3", "debate", TUE));
        Eventually.holds(
                () -> assertThat(standing(world, "stu_1", "M.1").mastered()).isTrue());

        publish(world.calendar(
                "north",
                List.of(
                        new SchoolDay(LocalDate.of(2022, 5, 9), true, null, null),
                        new SchoolDay(LocalDate.of(2022, 5, 10), false, null, null),
                        new SchoolDay(LocalDate.of(2022, 5, 11), true, null, null))));
        Eventually.holds(
                () -> assertThat(standing(world, "stu_1", "M.1").mastered()).isFalse());
        publish(world.attempt("c", "stu_1", "M.1", "3", "poster", WED));
        Eventually.holds(
                () -> assertThat(standing(world, "stu_1", "M.1").mastered()).isTrue());
    }

    @Test
    void a_poisonous_attempt_is_quarantined_and_holds_up_nobody() {
        World world = world();
        publish(
                world.attempt("good", "stu_1", "M.1", "3", null, MON),
                world.attempt("poison", "stu_1", "M.1", "-3", null, MON),
                world.attempt("also good", "stu_1", "M.1", "2", null, TUE));
        Eventually.holds(
                () -> assertThat(standing(world, "stu_1", "M.1").attempts()).isEqualTo(2));
        Eventually.holds(() -> assertThat(service.bean(QuarantineShelf.class).waiting(world.district(), null, 100))
                .filteredOn(record -> record.key() != null
                        && new String(record.key(), StandardCharsets.UTF_8).equals(Keys.of(world.district(), "stu_1")))
                .hasSize(1)
                .extracting(record -> record.reason())
                .containsExactly("the level lies on no scale"));
    }

    @Test
    void a_restart_goes_on_where_it_stopped() {
        World world = world();
        publish(world.attempt("a", "stu_1", "M.1", "3", "essay", MON));
        Eventually.holds(() -> assertThat(told(world, EvidenceJudged.class)).hasSize(1));
        topic.close();
        service.close();
        service = start();
        topic = MasteryTopic.of(service);
        publish(world.attempt("b", "stu_1", "M.1", "3", "debate", TUE));
        Eventually.holds(() -> assertThat(told(world, MasteryAchieved.class)).hasSize(1));
        assertThat(told(world, EvidenceJudged.class)).hasSize(2);
    }

    @Test
    void what_a_crash_left_between_write_and_publish_is_told_when_the_attempt_comes_again() {
        World world = world();
        Envelope<?> attempt = world.attempt("a", "stu_1", "M.1", "3", "essay", MON);
        CompetencyKey key = new CompetencyKey(world.district(), "stu_1", "M.1");
        StateFolder<Mastery, JudgeInput> dying =
                new StateFolder<>("/pacelight/progression", masteryStore(), new MasteryMachine(), events -> {
                    throw new EventPublisher.NotPublished("killed", new IllegalStateException());
                });
        Attempt same = new Attempt(
                "a",
                1,
                false,
                Kind.SUMMATIVE,
                null,
                null,
                "essay",
                false,
                new Score.Rubric(Level.of(3)),
                MON,
                attempt.time(),
                0);
        RuleBook rules = service.bean(RuleBook.class);
        JudgeInput input =
                JudgeInput.judged(key, List.of(same), rules.rules(world.district(), "M.1", List.of()), attempt.time());
        assertThatThrownBy(() -> dying.fold(List.of(new Input<>(key.id(), attempt.id(), null, input))))
                .isInstanceOf(EventPublisher.NotPublished.class);
        assertThat(standing(world, "stu_1", "M.1").attempts()).isEqualTo(1);
        assertThat(told(world, EvidenceJudged.class)).isEmpty();

        publish(attempt);
        Eventually.holds(() -> assertThat(told(world, EvidenceJudged.class)).hasSize(1));
        assertThat(told(world, LevelChanged.class)).hasSize(1);
        assertThat(standing(world, "stu_1", "M.1").attempts()).isEqualTo(1);
    }

    @SuppressWarnings("unchecked")
    private StateStore<Mastery> masteryStore() {
        return (StateStore<Mastery>) service.context().getBean("masteryStore");
    }
}
