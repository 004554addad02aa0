package io.pacelight.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.pacelight.embedded.TestPlatform;
import io.pacelight.events.ConferenceState;
import io.pacelight.events.Envelope;
import io.pacelight.events.Pace;
import io.pacelight.kit.state.StateDocument;
import io.pacelight.reporting.adapter.in.stream.StudentBatch;
import io.pacelight.reporting.adapter.out.mongo.MongoEvidences;
import io.pacelight.reporting.application.RollUps;
import io.pacelight.reporting.application.RollUps.School;
import io.pacelight.reporting.application.StoredRollUp;
import io.pacelight.reporting.application.StoredRollUp.Counted;
import io.pacelight.reporting.domain.EvidenceState;
import io.pacelight.reporting.domain.StudentState;
import io.pacelight.reporting.domain.rollup.Bucket;
import io.pacelight.reporting.domain.rollup.RollUp;
import io.pacelight.reporting.domain.rollup.SchoolTime;
import io.pacelight.reporting.domain.rollup.WeekTally;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Totals are exact whatever order, repetition, crash and company. */
class RollUpsIT {
    private static final MongoClient CLIENT = MongoClients.create(TestPlatform.mongoUri());

    private final String district = "d" + UUID.randomUUID();
    private final Told told = new Told(district);
    private final Bench bench = new Bench(CLIENT, "reporting-" + UUID.randomUUID());

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Test
    void an_independent_recomputation_equals_all_totals() {
        bench.instance(UnaryOperator.identity()).handle(Bench.received(semester(60)));

        Map<School, RollUp> stored = bench.stored(district);
        assertThat(stored).isEqualTo(bench.recomputed(district));
        assertThat(RollUp.sum(stored.values()).home().pace().students()).isEqualTo(57);
        assertThat(RollUp.sum(stored.values()).home().attempts()).isEqualTo(120);
        assertThat(RollUp.sum(stored.values()).home().judged()).isEqualTo(120);
    }

    @Test
    void a_shuffled_and_repeated_stream_in_batches_of_any_size_gives_the_same_read_model() {
        List<Envelope<?>> events = semester(30);
        bench.instance(UnaryOperator.identity()).handle(Bench.received(events));
        Bench other = new Bench(CLIENT, "reporting-" + UUID.randomUUID());
        Random random = new Random(7);
        List<Envelope<?>> shuffled = new ArrayList<>(events);
        shuffled.addAll(events.subList(0, 100));
        Collections.shuffle(shuffled, random);
        StudentBatch instance = other.instance(UnaryOperator.identity());
        for (int from = 0; from < shuffled.size(); ) {
            int to = Math.min(shuffled.size(), from + 1 + random.nextInt(40));
            instance.handle(Bench.received(shuffled.subList(from, to)));
            from = to;
        }

        assertThat(other.states(district)).isEqualTo(bench.states(district));
        assertThat(other.stored(district)).isEqualTo(bench.stored(district)).isEqualTo(other.recomputed(district));
        for (String student : bench.states(district).keySet()) {
            assertThat(new MongoEvidences(other.evidence).of(district, student))
                    .isEqualTo(new MongoEvidences(bench.evidence).of(district, student))
                    .isNotEqualTo(EvidenceState.EMPTY);
        }
    }

    @Test
    void nobody_elses_state_is_read_to_count_what_is_new_of_a_student() {
        StudentBatch instance = bench.instance(UnaryOperator.identity());
        instance.handle(Bench.received(semester(60)));
        int before = bench.addedUp.get();

        instance.handle(Bench.received(List.of(
                told.attempt("stu_1", "A", "another"),
                told.judged("stu_1", "A", 50, 3, true),
                told.lit("stu_2", "class-1", 51, "B", Pace.MISSED),
                told.conference("stu_4", "class-1", 52, "c-4", ConferenceState.DONE))));

        assertThat(bench.addedUp).hasValue(before);
        assertThat(bench.stored(district)).isEqualTo(bench.recomputed(district));
    }

    @Test
    void a_redelivery_after_a_crash_finds_the_bucket_behind_and_adds_it_up() {
        bench.instance(UnaryOperator.identity()).handle(Bench.received(semester(20)));
        List<Envelope<?>> mastery = List.of(told.judged("stu_1", "A", 50, 9, true));
        crash(failingOn(false), mastery);
        int before = bench.addedUp.get();

        bench.instance(UnaryOperator.identity()).handle(Bench.received(mastery));

        assertThat(bench.addedUp).hasValueGreaterThan(before);
        assertThat(bench.stored(district)).isEqualTo(bench.recomputed(district));
    }

    @Test
    void what_was_counted_by_an_old_calendar_is_not_taken_off_as_if_it_had_been_by_the_new_one() {
        StudentBatch instance = bench.instance(UnaryOperator.identity());
        Instant friday = Instant.parse("2026-09-11T14:00:00Z");
        List<Envelope<?>> before = List.of(
                told.placed("stu_1", 1, "north", "class-1"),
                told.conference("stu_1", "class-1", 1, "c-1", ConferenceState.DONE, friday));
        instance.handle(Bench.received(before));
        assertThat(startedWithinDay())
                .as("opened on Friday, started on Wednesday")
                .isZero();
        bench.time = new SchoolTime(Bench.TIME.zone(), Set.of(Bench.TIME.day(friday), Bench.TIME.day(Told.NOW)));

        instance.handle(Bench.received(List.of(told.attempt("stu_1", "A", "a"))));

        assertThat(startedWithinDay()).as("there is no school in between").isEqualTo(1);
        assertThat(bench.stored(district)).isEqualTo(bench.recomputed(district));
    }

    @Test
    void what_is_new_on_a_new_day_is_not_set_against_what_was_counted_the_day_before() {
        StudentBatch instance = bench.instance(UnaryOperator.identity());
        LocalDate tomorrow = Bench.TIME.day(Told.NOW).plusDays(1);
        instance.handle(Bench.received(List.of(told.placedFrom(tomorrow, "stu_1", 1, "north", "class-1"))));
        School north = new School(district, "north");
        assertThat(bench.stored(district).get(north).classes()).doesNotContainKey("class-1");
        bench.clock.set(Told.NOW.plus(Duration.ofDays(1)));

        instance.handle(Bench.received(List.of(told.attempt("stu_1", "A", "a"))));

        assertThat(bench.stored(district).get(north).classes()).containsKey("class-1");
        assertThat(bench.stored(district)).isEqualTo(bench.recomputed(district));
    }

    @Test
    void by_a_changed_calendar_all_schools_are_counted_anew_though_nothing_else_happens() {
        StudentBatch instance = bench.instance(UnaryOperator.identity());
        Instant friday = Instant.parse("2026-09-11T14:00:00Z");
        instance.handle(Bench.received(List.of(
                told.placed("stu_1", 1, "north", "class-1"),
                told.conference("stu_1", "class-1", 1, "c-1", ConferenceState.DONE, friday),
                told.placed("stu_2", 1, "north", "class-1"))));
        bench.time = new SchoolTime(Bench.TIME.zone(), Set.of(Bench.TIME.day(friday), Bench.TIME.day(Told.NOW)));
        instance.handle(Bench.received(List.of(told.attempt("stu_2", "A", "a"))));
        assertThat(startedWithinDay()).isZero();

        assertThat(bench.refresh(UnaryOperator.identity()).refreshDay()).contains(new School(district, "north"));

        assertThat(startedWithinDay()).isEqualTo(1);
        assertThat(bench.stored(district)).isEqualTo(bench.recomputed(district));
        assertThat(bench.refresh(UnaryOperator.identity()).refreshDay()).isEmpty();
    }

    @Test
    void a_bucket_that_does_not_say_by_which_calendar_it_was_counted_is_added_up() {
        StudentBatch instance = bench.instance(UnaryOperator.identity());
        instance.handle(Bench.received(semester(20)));
        bench.database.getCollection("buckets").updateMany(Filters.empty(), Updates.unset("s.cal"));
        int before = bench.addedUp.get();

        instance.handle(Bench.received(List.of(told.attempt("stu_1", "A", "another"))));

        assertThat(bench.addedUp).hasValueGreaterThan(before);
        assertThat(bench.stored(district)).isEqualTo(bench.recomputed(district));
    }

    @Test
    void who_wakes_up_after_another_has_counted_a_student_away_does_not_count_them_in_again() {
        List<Envelope<?>> attempt = List.of(told.attempt("stu_1", "A", "a"));
        List<Envelope<?>> both = List.of(attempt.getFirst(), told.placed("stu_1", 1, "north", "class-1"));
        StudentBatch other = bench.instance(UnaryOperator.identity());
        StudentBatch frozen = bench.instance(beforeTheFirstLook(() -> other.handle(Bench.received(both))));

        frozen.handle(Bench.received(attempt));

        assertThat(bench.stored(district)).isEqualTo(bench.recomputed(district));
        assertThat(bench.stored(district)
                        .get(new School(district, StudentState.NO_SCHOOL))
                        .home()
                        .attempts())
                .isZero();
    }

    private int startedWithinDay() {
        return bench.stored(district).get(new School(district, "north")).weeks().values().stream()
                .mapToInt(WeekTally::startedWithinDay)
                .sum();
    }

    @Test
    void a_crash_between_the_student_and_the_bucket_is_made_good_by_the_redelivery() {
        List<Envelope<?>> events = semester(20);
        bench.instance(UnaryOperator.identity()).handle(Bench.received(events));
        List<Envelope<?>> move = List.of(told.placed("stu_1", 50, "east", "class-9"));

        crash(failingOn(false), move);
        assertThat(bench.states(district).get("stu_1").everAt()).contains("east");
        assertThat(bench.stored(district)).isNotEqualTo(bench.recomputed(district));

        bench.instance(UnaryOperator.identity()).handle(Bench.received(move));
        assertThat(bench.stored(district)).isEqualTo(bench.recomputed(district));
    }

    @Test
    void a_crash_between_the_bucket_and_the_school_is_made_good_by_the_redelivery() {
        bench.instance(UnaryOperator.identity()).handle(Bench.received(semester(20)));
        List<Envelope<?>> mastery = List.of(told.judged("stu_1", "A", 50, 9, true));

        crash(failingOn(true), mastery);
        bench.instance(UnaryOperator.identity()).handle(Bench.received(mastery));

        assertThat(bench.stored(district)).isEqualTo(bench.recomputed(district));
    }

    @Test
    void after_a_crash_amid_two_moves_the_schools_left_behind_are_counted_anew() {
        bench.instance(UnaryOperator.identity())
                .handle(Bench.received(List.of(told.placed("stu_1", 1, "north", "class-1"))));
        List<Envelope<?>> moves =
                List.of(told.placed("stu_1", 2, "south", "class-2"), told.placed("stu_1", 3, "east", "class-9"));

        crash(failingOn(false), moves.subList(0, 1));
        crash(failingOn(false), moves);
        bench.instance(UnaryOperator.identity()).handle(Bench.received(moves));

        assertThat(bench.stored(district)
                        .get(new School(district, "north"))
                        .students()
                        .pace()
                        .students())
                .isZero();
        assertThat(bench.stored(district)).isEqualTo(bench.recomputed(district));
    }

    @Test
    void four_instances_that_touch_the_same_totals_leave_no_stale_one() throws Exception {
        List<Envelope<?>> events = semester(48);
        List<Callable<Void>> instances = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int own = i;
            StudentBatch instance = bench.instance(UnaryOperator.identity());
            List<Envelope<?>> partition = events.stream()
                    .filter(event -> Math.floorMod(event.data().key().hashCode(), 4) == own)
                    .toList();
            instances.add(() -> {
                for (int from = 0; from < partition.size(); from += 25)
                    instance.handle(Bench.received(partition.subList(from, Math.min(partition.size(), from + 25))));
                return null;
            });
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            for (Future<Void> done : pool.invokeAll(instances)) done.get();
        }

        assertThat(bench.stored(district)).isEqualTo(bench.recomputed(district));
    }

    @Test
    void with_a_new_day_enrolments_that_begin_and_end_are_counted_anew() {
        bench.instance(UnaryOperator.identity()).handle(Bench.received(semester(20)));
        bench.clock.set(Told.NOW.plus(Duration.ofDays(1)));

        assertThat(bench.refresh(UnaryOperator.identity()).refreshDay())
                .containsExactlyInAnyOrderElementsOf(bench.stored(district).keySet());
        assertThat(bench.refresh(UnaryOperator.identity()).refreshDay()).isEmpty();
        assertThat(bench.stored(district)).isEqualTo(bench.recomputed(district));
    }

    private void crash(UnaryOperator<RollUps> around, List<Envelope<?>> events) {
        assertThatThrownBy(() -> bench.instance(around).handle(Bench.received(events)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the power went out");
    }

    /** Students in two schools and in none; attempts, judgements, lights, conferences, and some who move. */
    private List<Envelope<?>> semester(int students) {
        List<Envelope<?>> events = new ArrayList<>();
        for (int i = 0; i < students; i++) {
            String student = "stu_" + i;
            String school = i % 2 == 0 ? "north" : "south";
            String classId = i % 2 == 0 ? "class-1" : "class-2";
            if (i % 20 != 19) events.add(told.placed(student, 1, school, classId));
            for (String competency : List.of("A", "B")) {
                events.add(told.attempt(student, competency, student + competency));
                events.add(told.judged(student, competency, 1, 1, false));
                events.add(told.judged(student, competency, 2, 1, i % 3 == 0));
                events.add(told.lit(student, classId, 2, competency, Pace.values()[i % 4]));
            }
            events.add(told.conference(student, classId, 3, "c-" + i, ConferenceState.OPEN));
            if (i % 5 == 0) events.add(told.conference(student, classId, 4, "c-" + i, ConferenceState.DONE));
            if (i % 7 == 3 && i % 20 != 19) events.add(told.placed(student, 2, "south", "class-2"));
        }
        return events;
    }

    private static UnaryOperator<RollUps> failingOn(boolean schools) {
        return rollUps -> new PassedOn(rollUps) {
            @Override
            public Collection<Bucket> saveBuckets(List<StateDocument<StoredRollUp>> totals) {
                if (!schools) throw new IllegalStateException("the power went out");
                return super.saveBuckets(totals);
            }

            @Override
            public Collection<School> saveSchools(List<StateDocument<StoredRollUp>> totals) {
                throw new IllegalStateException("the power went out");
            }
        };
    }

    /** Something happens between the students' write and the first look at a bucket. */
    private static UnaryOperator<RollUps> beforeTheFirstLook(Runnable happening) {
        AtomicBoolean happened = new AtomicBoolean();
        return rollUps -> new PassedOn(rollUps) {
            @Override
            public Map<Bucket, StateDocument<StoredRollUp>> buckets(Collection<Bucket> buckets) {
                if (!happened.getAndSet(true)) happening.run();
                return super.buckets(buckets);
            }
        };
    }

    private static class PassedOn implements RollUps {
        private final RollUps to;

        PassedOn(RollUps to) {
            this.to = to;
        }

        @Override
        public Map<Bucket, StateDocument<StoredRollUp>> buckets(Collection<Bucket> buckets) {
            return to.buckets(buckets);
        }

        @Override
        public Map<School, StateDocument<StoredRollUp>> schools(Collection<School> schools) {
            return to.schools(schools);
        }

        @Override
        public Map<School, StoredRollUp> schoolsOf(String district) {
            return to.schoolsOf(district);
        }

        @Override
        public Map<School, Counted> counted() {
            return to.counted();
        }

        @Override
        public Collection<Bucket> saveBuckets(List<StateDocument<StoredRollUp>> totals) {
            return to.saveBuckets(totals);
        }

        @Override
        public Collection<School> saveSchools(List<StateDocument<StoredRollUp>> totals) {
            return to.saveSchools(totals);
        }
    }
}
