package io.pacelight.intervention.adapter.in.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.events.AttemptVoided;
import io.pacelight.events.AttendanceRecorded;
import io.pacelight.events.AttendanceStatus;
import io.pacelight.events.ClockCheckRequested;
import io.pacelight.events.CompetencyStatus;
import io.pacelight.events.Enrolment;
import io.pacelight.events.Envelope;
import io.pacelight.events.Event;
import io.pacelight.events.EventIds;
import io.pacelight.events.EvidenceJudged;
import io.pacelight.events.Struggle;
import io.pacelight.events.StudentChanged;
import io.pacelight.intervention.application.Told;
import io.pacelight.intervention.application.WatchMachine;
import io.pacelight.intervention.domain.SampleClass;
import io.pacelight.intervention.domain.Standing;
import io.pacelight.intervention.domain.StudentWatch;
import io.pacelight.intervention.domain.WatchInput;
import io.pacelight.kit.state.EventPublisher;
import io.pacelight.kit.state.InMemoryStates;
import io.pacelight.kit.state.Input;
import io.pacelight.kit.state.StateFolder;
import io.pacelight.kit.stream.Received;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StudentFactsTest {
    private static final Instant TIME = Instant.parse("2022-01-10T12:00:00.123456Z");
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void each_event_becomes_the_input_that_its_watch_understands() {
        EvidenceJudged judged = judged("stu_1", "A", CompetencyStatus.MASTERED, 1);
        assertThat(input(judged, 7))
                .isEqualTo(new WatchInput.StandingTold(
                        "A",
                        new Standing(
                                7,
                                Standing.Status.MASTERED,
                                true,
                                Instant.parse("2022-01-11T14:30:00Z"),
                                3,
                                false,
                                Instant.parse("2022-01-11T14:30:00Z"),
                                Instant.parse("2022-01-11T14:30:00Z"))));
        assertThat(input(
                        new AttendanceRecorded(
                                "d1", "stu_1", LocalDate.of(2022, 1, 10), "math", AttendanceStatus.PRESENT, null),
                        3))
                .isEqualTo(new WatchInput.AttendanceTold(3, LocalDate.of(2022, 1, 10), "math", null));
        assertThat(input(new ClockCheckRequested("d1", "stu_1", List.of(), "t", 0, 0), 1))
                .isEqualTo(new WatchInput.ReferenceMoved());
        assertThat(StudentFacts.route(received(new AttemptVoided("d1", "a", "stu_1", "A", TIME, null, null), 1), false))
                .isEmpty();
    }

    @Test
    void an_input_that_was_made_of_a_reference_fact_awaits_that_fact() {
        List<Received.Place> awaited = new ArrayList<>();
        StudentFacts facts = new StudentFacts(place -> place.partition() == 7, awaited::add, events -> Map.of());

        facts.handle(List.of(received(new ClockCheckRequested("d1", "stu_1", List.of(), "curriculum.v1", 2, 17), 1)));

        assertThat(awaited).containsExactly(new Received.Place("curriculum.v1", 2, 17));
    }

    @Test
    void redelivered_reordered_and_interrupted_batches_end_as_if_all_had_gone_well() {
        for (int round = 0; round < 60; round++) {
            List<Received> facts = facts();
            Run straight = new Run(false);
            straight.take(facts);
            Run rough = new Run(true);
            List<Received> shuffled = new ArrayList<>(facts);
            for (int i = 0; i < 10; i++) shuffled.add(facts.get(random.nextInt(facts.size())));
            Collections.shuffle(shuffled, random);
            for (int from = 0; from < shuffled.size(); from += 7)
                rough.take(shuffled.subList(from, Math.min(shuffled.size(), from + 7)));

            assertThat(rough.ended()).as("seed %s round %s", seed, round).isEqualTo(straight.ended());
            assertThat(rough.gaps()).as("seed %s round %s", seed, round).isEmpty();
        }
    }

    /** A folder whose broker now and then does not answer; the batch is then delivered again. */
    private final class Run {
        private final InMemoryStates<StudentWatch> states = new InMemoryStates<>();
        private final Map<String, Set<Long>> published = new TreeMap<>();
        private final Map<String, String> ids = new TreeMap<>();
        private final StateFolder<StudentWatch, Told> folder;

        Run(boolean rough) {
            EventPublisher publisher = events -> {
                for (Envelope<?> event : events) {
                    if (rough && random.nextInt(40) == 0)
                        throw new EventPublisher.NotPublished("lost", new IllegalStateException("broker"));
                    published
                            .computeIfAbsent(event.subject(), ignored -> new HashSet<>())
                            .add(event.sequence());
                    String before = ids.put(event.subject() + event.sequence(), event.id());
                    assertThat(before == null ? event.id() : before).isEqualTo(event.id());
                }
            };
            folder = new StateFolder<>(
                    "/pacelight/intervention", states, new WatchMachine(d -> SampleClass.book()), publisher);
        }

        void take(List<Received> batch) {
            List<Input<Told>> inputs = new ArrayList<>();
            for (Received received : batch) inputs.addAll(StudentFacts.route(received, false));
            while (true) {
                try {
                    folder.fold(inputs);
                    return;
                } catch (EventPublisher.NotPublished again) {
                    continue;
                }
            }
        }

        Map<String, StudentWatch> ended() {
            Instant end = SampleClass.secondMeetingEnds().plusSeconds(40 * 86_400L);
            Map<String, StudentWatch> ended = new TreeMap<>();
            for (String id : List.of("d1|stu_0", "d1|stu_1", "d1|stu_2")) {
                while (true) {
                    try {
                        folder.fold(
                                List.of(new Input<>(id, "end", null, new Told(new WatchInput.TimePassed(end), end))));
                        break;
                    } catch (EventPublisher.NotPublished again) {
                        continue;
                    }
                }
                ended.put(id, states.load(List.of(id)).get(id).state());
            }
            return ended;
        }

        /** Sequences that were stored and never told. */
        List<String> gaps() {
            List<String> gaps = new ArrayList<>();
            published.forEach((id, told) -> {
                long last = states.load(List.of(id)).get(id).sequence();
                for (long sequence = 1; sequence <= last; sequence++)
                    if (!told.contains(sequence)) gaps.add(id + " " + sequence);
            });
            return gaps;
        }
    }

    private List<Received> facts() {
        List<Received> facts = new ArrayList<>();
        for (int student = 0; student < 3; student++) {
            String key = "stu_" + student;
            facts.add(received(
                    new StudentChanged(
                            "d1",
                            key,
                            List.of(),
                            List.of(),
                            List.of(new Enrolment(SampleClass.ID, "course", "s1", null, null)),
                            List.of(),
                            true),
                    1));
            for (int i = 0; i < 6; i++) {
                CompetencyStatus status = random.nextBoolean() ? CompetencyStatus.LEARNING : CompetencyStatus.MASTERED;
                facts.add(received(judged(key, "A", status, i), i + 1));
                facts.add(received(
                        new AttendanceRecorded(
                                "d1", key, LocalDate.of(2022, 1, 10 + i), null, AttendanceStatus.ABSENT, 20),
                        i + 1));
            }
        }
        return facts;
    }

    private static EvidenceJudged judged(String student, String competency, CompetencyStatus status, int day) {
        boolean mastered = status == CompetencyStatus.MASTERED;
        Instant at = Instant.parse("2022-01-10T14:30:00Z").plusSeconds(day * 86_400L);
        return new EvidenceJudged(
                "d1",
                student,
                competency,
                status,
                BigDecimal.ONE,
                BigDecimal.ONE,
                mastered,
                mastered ? at : null,
                3,
                1,
                2,
                List.of(),
                Struggle.WHEEL_SPINNING,
                at,
                at,
                false,
                "latest",
                1);
    }

    private static WatchInput input(Event event, long sequence) {
        return StudentFacts.route(received(event, sequence), false)
                .getFirst()
                .value()
                .input();
    }

    private static Received received(Event event, long sequence) {
        String cause = event + " " + sequence;
        return new Received(
                new Envelope<>(EventIds.of(cause, "t", "s", 0), "/pacelight/test", "s", sequence, TIME, null, event),
                new Received.Place("t", 0, sequence));
    }
}
