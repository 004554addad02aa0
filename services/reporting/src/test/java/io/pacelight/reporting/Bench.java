package io.pacelight.reporting;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pacelight.events.Envelope;
import io.pacelight.kit.mongo.MongoStateStore;
import io.pacelight.kit.observe.KitMeters;
import io.pacelight.kit.state.StateDocument;
import io.pacelight.kit.state.StateFolder;
import io.pacelight.kit.stream.Received;
import io.pacelight.reporting.adapter.in.stream.Machines;
import io.pacelight.reporting.adapter.in.stream.Stopwatch;
import io.pacelight.reporting.adapter.in.stream.StudentBatch;
import io.pacelight.reporting.adapter.out.mongo.EvidenceCodec;
import io.pacelight.reporting.adapter.out.mongo.MongoFreshness;
import io.pacelight.reporting.adapter.out.mongo.MongoRollUps;
import io.pacelight.reporting.adapter.out.mongo.MongoStudents;
import io.pacelight.reporting.adapter.out.mongo.RollUpCodec;
import io.pacelight.reporting.adapter.out.mongo.StudentCodec;
import io.pacelight.reporting.application.RefreshRollUps;
import io.pacelight.reporting.application.RollUps;
import io.pacelight.reporting.application.RollUps.School;
import io.pacelight.reporting.application.StoredRollUp;
import io.pacelight.reporting.application.Students;
import io.pacelight.reporting.domain.EvidenceState;
import io.pacelight.reporting.domain.StudentState;
import io.pacelight.reporting.domain.rollup.Bucket;
import io.pacelight.reporting.domain.rollup.RollUp;
import io.pacelight.reporting.domain.rollup.SchoolTime;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** The stream's handler on the store alone, so that a test can break it where it likes. */
final class Bench {
    static final SchoolTime TIME = new SchoolTime(ZoneId.of("America/Detroit"), Set.of());

    final TestClock clock = new TestClock(Told.NOW);
    SchoolTime time = TIME;

    /** Buckets that were added up from all of their students. */
    final AtomicInteger addedUp = new AtomicInteger();

    final MongoStateStore<StudentState> students;
    final MongoStateStore<EvidenceState> evidence;
    final RollUps rollUps;
    final MongoDatabase database;

    Bench(MongoClient client, String name) {
        database = client.getDatabase(name);
        students = new MongoStateStore<>(database, "students", new StudentCodec());
        evidence = new MongoStateStore<>(database, "evidence", new EvidenceCodec());
        rollUps = new MongoRollUps(
                new MongoStateStore<>(database, "buckets", new RollUpCodec()),
                new MongoStateStore<>(database, "schools", new RollUpCodec()));
    }

    /** A handler as one instance has it; {@code around} may get between it and the totals. */
    StudentBatch instance(UnaryOperator<RollUps> around) {
        KitMeters meters = new KitMeters(new SimpleMeterRegistry());
        return new StudentBatch(
                new StateFolder<>("/pacelight/reporting", students, Machines.STUDENTS, events -> {}),
                new StateFolder<>("/pacelight/reporting", evidence, Machines.EVIDENCE, events -> {}),
                refresh(around),
                (district, school) -> time,
                changes -> {},
                new Stopwatch(
                        new MongoFreshness(database, Clock.systemUTC()),
                        clock,
                        System::nanoTime,
                        new SimpleMeterRegistry()),
                clock,
                meters);
    }

    RefreshRollUps refresh(UnaryOperator<RollUps> around) {
        return new RefreshRollUps(counting(), around.apply(rollUps), (district, school) -> time, clock);
    }

    private Students counting() {
        Students found = new MongoStudents(students);
        return new Students() {
            @Override
            public Optional<StudentState> find(String district, String student) {
                return found.find(district, student);
            }

            @Override
            public List<StudentState> ofClass(String district, String classId) {
                return found.ofClass(district, classId);
            }

            @Override
            public Map<Bucket, List<StateDocument<StudentState>>> inBuckets(Collection<Bucket> buckets) {
                addedUp.addAndGet(buckets.size());
                return found.inBuckets(buckets);
            }

            @Override
            public List<String> childrenOf(String district, String guardian) {
                return found.childrenOf(district, guardian);
            }
        };
    }

    static List<Received> received(List<? extends Envelope<?>> events) {
        List<Received> received = new ArrayList<>();
        for (Envelope<?> event : events)
            received.add(new Received(event, new Received.Place(event.topic(), 0, received.size())));
        return received;
    }

    /** Every student's state, read one by one. */
    Map<String, StudentState> states(String district) {
        Map<String, StudentState> states = new HashMap<>();
        for (StateDocument<StudentState> document : students.find(Filters.empty())) {
            StudentState state = document.state();
            if (state.district().equals(district)) states.put(state.student(), state);
        }
        return states;
    }

    /** What the totals of the schools must be: each computed in one go from all students. */
    Map<School, RollUp> recomputed(String district) {
        Map<String, StudentState> states = states(district);
        Set<String> schools = new TreeSet<>(Set.of(StudentState.NO_SCHOOL));
        states.values().forEach(state -> schools.addAll(state.everAt()));
        Map<School, RollUp> totals = new HashMap<>();
        for (String school : schools)
            totals.put(new School(district, school), RollUp.of(school, states.values(), time.day(clock.now()), time));
        return totals;
    }

    Map<School, RollUp> stored(String district) {
        Map<School, RollUp> totals = new HashMap<>();
        for (Map.Entry<School, StoredRollUp> total : rollUps.schoolsOf(district).entrySet())
            totals.put(total.getKey(), total.getValue().total());
        return totals;
    }
}
