package io.pacelight.faults.simulation;

import io.pacelight.intervention.domain.StudentWatch;
import io.pacelight.progression.application.SetPolicy;
import io.pacelight.progression.domain.mastery.Mastery;
import io.pacelight.reporting.application.StoredRollUp;
import io.pacelight.reporting.domain.EvidenceState;
import io.pacelight.reporting.domain.StudentState;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The collections of all services; they outlive every process. */
final class Stores {
    final FakeStore<Mastery> masteries;
    final FakeStore<io.pacelight.progression.application.StudentState> students;
    final FakeStore<SetPolicy> policies;
    final FakeStore<StudentWatch> watches;
    final FakeStore<StudentState> rows;
    final FakeStore<EvidenceState> evidence;
    final FakeStore<StoredRollUp> buckets;
    final FakeStore<StoredRollUp> schools;
    private final Map<String, FakeShelf> shelves = new TreeMap<>();

    Stores(World world, Parts parts) {
        masteries = parts.store(world, "progression/masteries");
        students = parts.store(world, "progression/students");
        policies = parts.store(world, "progression/policies");
        watches = parts.store(world, "intervention/watches");
        rows = parts.store(world, "reporting/students");
        evidence = parts.store(world, "reporting/evidence");
        buckets = parts.store(world, "reporting/buckets");
        schools = parts.store(world, "reporting/schools");
        for (String service : List.of(Progression.NAME, Intervention.NAME, Reporting.NAME))
            shelves.put(service, new FakeShelf(world));
    }

    /** Where a service keeps what it could not take. */
    FakeShelf shelf(String service) {
        return Objects.requireNonNull(shelves.get(service));
    }

    /** Collections whose documents tell events. */
    List<FakeStore<?>> telling() {
        return List.of(masteries, students, policies, watches);
    }
}
