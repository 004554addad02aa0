package io.pacelight.faults.simulation;

import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.pacelight.events.Keys;
import io.pacelight.events.Topics;
import io.pacelight.kit.state.StateDocument;
import io.pacelight.kit.state.StateFolder;
import io.pacelight.kit.state.StateStore;
import io.pacelight.reporting.adapter.in.stream.Machines;
import io.pacelight.reporting.adapter.in.stream.Stopwatch;
import io.pacelight.reporting.adapter.in.stream.StudentBatch;
import io.pacelight.reporting.application.Freshness;
import io.pacelight.reporting.application.RefreshRollUps;
import io.pacelight.reporting.application.RollUps;
import io.pacelight.reporting.application.Roster;
import io.pacelight.reporting.application.StoredRollUp;
import io.pacelight.reporting.application.StoredRollUp.Counted;
import io.pacelight.reporting.application.Students;
import io.pacelight.reporting.domain.EvidenceState;
import io.pacelight.reporting.domain.StudentFact;
import io.pacelight.reporting.domain.StudentState;
import io.pacelight.reporting.domain.rollup.Bucket;
import io.pacelight.reporting.domain.rollup.Latencies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reporting: takes rows forward by their sequence, and keeps totals in step with them. */
final class Reporting extends Instance {
    static final String NAME = "reporting";

    Reporting(World world, Lifetime process, Parts parts, Stores stores) {
        super(world, NAME, process, parts, stores);
        StateFolder<StudentState, List<StudentFact>> students =
                new StateFolder<>(source(NAME), stores.rows, Machines.STUDENTS, publisher);
        StateFolder<EvidenceState, StudentFact> evidence =
                new StateFolder<>(source(NAME), stores.evidence, Machines.EVIDENCE, publisher);
        Roster roster = new Roster(book);
        RefreshRollUps rollUps = new RefreshRollUps(
                new Rows(world, stores.rows), new Totals(stores.buckets, stores.schools), roster, world::now);
        Stopwatch stopwatch = new Stopwatch(new Unmeasured(), world::now, () -> 0L, new CompositeMeterRegistry());
        binding(
                "facts",
                List.of(Topics.STUDENTS, Topics.ATTEMPTS, Topics.MASTERY, Topics.TASKS),
                new StudentBatch(students, evidence, rollUps, roster, changes -> {}, stopwatch, world::now, METERS));
    }

    /** Students' rows by bucket. */
    private record Rows(World world, FakeStore<StudentState> store) implements Students {
        @Override
        public Optional<StudentState> find(String district, String student) {
            StateDocument<StudentState> document = store.document(Keys.of(district, student));
            return document == null ? Optional.empty() : Optional.of(document.state());
        }

        @Override
        public List<StudentState> ofClass(String district, String classId) {
            throw new UnsupportedOperationException("nobody looks at a class in a simulation");
        }

        @Override
        public List<String> childrenOf(String district, String guardian) {
            throw new UnsupportedOperationException("no family looks in in a simulation");
        }

        @Override
        public Map<Bucket, List<StateDocument<StudentState>>> inBuckets(Collection<Bucket> buckets) {
            world.step(Point.QUERY, buckets.size() + " buckets");
            Map<Bucket, List<StateDocument<StudentState>>> found = new TreeMap<>();
            for (StateDocument<StudentState> document : store.documents()) {
                StudentState state = document.state();
                for (String school : state.mayCountIn()) {
                    Bucket bucket = Bucket.of(state.district(), school, state.student());
                    if (buckets.contains(bucket))
                        found.computeIfAbsent(bucket, none -> new ArrayList<>()).add(document);
                }
            }
            return found;
        }
    }

    /** Totals, one document each. */
    private record Totals(StateStore<StoredRollUp> buckets, FakeStore<StoredRollUp> schools) implements RollUps {
        private static String id(School school) {
            return Keys.of(school.district(), school.id());
        }

        private static String id(Bucket bucket) {
            return Keys.of(bucket.district(), bucket.school(), Integer.toString(bucket.number()));
        }

        private static <K> Map<K, StateDocument<StoredRollUp>> load(
                StateStore<StoredRollUp> store, Collection<K> wanted, Function<K, String> id) {
            Map<String, K> byId = new LinkedHashMap<>();
            wanted.forEach(key -> byId.put(id.apply(key), key));
            Map<String, StateDocument<StoredRollUp>> stored = store.load(byId.keySet());
            Map<K, StateDocument<StoredRollUp>> found = new LinkedHashMap<>();
            byId.forEach((documentId, key) -> {
                StateDocument<StoredRollUp> document = stored.get(documentId);
                found.put(key, document == null ? StateDocument.unborn(documentId, StoredRollUp.NONE) : document);
            });
            return found;
        }

        @Override
        public Map<Bucket, StateDocument<StoredRollUp>> buckets(Collection<Bucket> wanted) {
            return load(buckets, wanted, Totals::id);
        }

        @Override
        public Map<School, StateDocument<StoredRollUp>> schools(Collection<School> wanted) {
            return load(schools, wanted, Totals::id);
        }

        @Override
        public Map<School, StoredRollUp> schoolsOf(String district) {
            throw new UnsupportedOperationException("nobody looks at a district in a simulation");
        }

        @Override
        public Map<School, Counted> counted() {
            throw new UnsupportedOperationException("no day is counted anew in a simulation");
        }

        @Override
        public Collection<Bucket> saveBuckets(List<StateDocument<StoredRollUp>> totals) {
            Set<String> lost = buckets.save(totals);
            return lost.stream()
                    .map(id -> id.split("\\|"))
                    .map(part -> new Bucket(part[0], part[1], Integer.parseInt(part[2])))
                    .toList();
        }

        @Override
        public Collection<School> saveSchools(List<StateDocument<StoredRollUp>> totals) {
            return schools.save(totals).stream()
                    .map(id -> id.split("\\|"))
                    .map(part -> new School(part[0], part[1]))
                    .toList();
        }
    }

    /** Nobody asks how fresh a simulation is. */
    private static final class Unmeasured implements Freshness {
        @Override
        public void visible(String district, @Nullable Long millis, Instant at) {}

        @Override
        public Recent recent(String district) {
            return new Recent(Latencies.none(), null);
        }
    }
}
