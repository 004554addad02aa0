package io.pacelight.reporting.adapter.in.stream;

import io.pacelight.events.AttemptRecorded;
import io.pacelight.events.AttemptVoided;
import io.pacelight.events.StudentChanged;
import io.pacelight.events.StudentEvent;
import io.pacelight.kit.observe.KitMeters;
import io.pacelight.kit.state.Folded;
import io.pacelight.kit.state.Input;
import io.pacelight.kit.state.StateDocument;
import io.pacelight.kit.state.StateFolder;
import io.pacelight.kit.stream.BatchHandler;
import io.pacelight.kit.stream.FoldingHandler;
import io.pacelight.kit.stream.Received;
import io.pacelight.kit.time.SchoolClock;
import io.pacelight.reporting.application.Change;
import io.pacelight.reporting.application.Changes;
import io.pacelight.reporting.application.RefreshRollUps;
import io.pacelight.reporting.application.RefreshRollUps.Touched;
import io.pacelight.reporting.application.SchoolTimes;
import io.pacelight.reporting.domain.Enrolment;
import io.pacelight.reporting.domain.EvidenceState;
import io.pacelight.reporting.domain.StudentFact;
import io.pacelight.reporting.domain.StudentState;
import io.pacelight.reporting.domain.rollup.Bucket;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One poll of everything that is keyed by student: evidence, then states, then the totals that they concern, then word
 * of what changed. When it returns all of that is stored; a crash anywhere before brings the same poll again, and with
 * it the same marks ({@link RefreshRollUps}).
 */
public final class StudentBatch implements BatchHandler {
    private final StateFolder<StudentState, List<StudentFact>> students;
    private final FoldingHandler<EvidenceState, StudentFact> evidence;
    private final RefreshRollUps rollUps;
    private final SchoolTimes times;
    private final Changes changes;
    private final Stopwatch stopwatch;
    private final SchoolClock clock;
    private final KitMeters meters;

    public StudentBatch(
            StateFolder<StudentState, List<StudentFact>> students,
            StateFolder<EvidenceState, StudentFact> evidence,
            RefreshRollUps rollUps,
            SchoolTimes times,
            Changes changes,
            Stopwatch stopwatch,
            SchoolClock clock,
            KitMeters meters) {
        this.students = students;
        this.evidence = new FoldingHandler<>(StudentBatch::attempts, evidence, folded -> {}, meters);
        this.rollUps = rollUps;
        this.times = times;
        this.changes = changes;
        this.stopwatch = stopwatch;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public Map<Received.Place, String> handle(List<Received> events) {
        Map<Received.Place, String> bad = new HashMap<>(evidence.handle(events));
        Set<String> moved = new HashSet<>();
        for (Received received : events)
            if (received.event() instanceof StudentChanged changed) moved.add(changed.key());
        bad.putAll(foldStudents(events, moved));
        stopwatch.visible(events);
        return bad;
    }

    /** All that is said of one student at once; if that can't be taken, one fact after the other. */
    private Map<Received.Place, String> foldStudents(List<Received> events, Set<String> moved) {
        Map<Received.Place, String> bad = new HashMap<>();
        Map<String, List<Input<StudentFact>>> byStudent = new LinkedHashMap<>();
        Map<String, Received.Place> places = new HashMap<>();
        for (Received received : events) {
            try {
                for (Input<StudentFact> fact : facts(received)) {
                    byStudent
                            .computeIfAbsent(fact.document(), none -> new ArrayList<>())
                            .add(fact);
                    places.put(fact.cause(), received.place());
                }
            } catch (RuntimeException e) {
                bad.put(received.place(), "breaks the contract: " + e.getClass().getSimpleName());
            }
        }
        List<Input<List<StudentFact>>> groups = new ArrayList<>(byStudent.size());
        byStudent.forEach((student, facts) -> groups.add(together(student, facts)));
        Folded<StudentState> folded = students.fold(groups);
        List<Input<List<StudentFact>>> singles = new ArrayList<>();
        for (Folded.Rejected rejected : folded.rejected())
            for (Input<StudentFact> fact : byStudent.getOrDefault(rejected.document(), List.of()))
                singles.add(together(fact.document(), List.of(fact)));
        Folded<StudentState> oneByOne = students.fold(singles);
        for (Folded.Rejected rejected : oneByOne.rejected()) {
            Received.Place place = places.get(rejected.cause());
            if (place != null) bad.put(place, rejected.reason());
        }
        int absorbed = folded.absorbed() + oneByOne.absorbed();
        int rejected = folded.rejected().size() + oneByOne.rejected().size();
        meters.folded(
                absorbed,
                groups.size() + singles.size() - absorbed - rejected,
                folded.conflicts() + oneByOne.conflicts());
        after(folded, moved);
        if (!singles.isEmpty()) after(oneByOne, moved);
        return bad;
    }

    /** Nothing is told of it, so its cause only names the facts where they are refused. */
    private static Input<List<StudentFact>> together(String student, List<Input<StudentFact>> facts) {
        return new Input<>(
                student,
                facts.getFirst().cause(),
                null,
                facts.stream().map(Input::value).toList());
    }

    /** Attempts go into the document of their student's competency. */
    private static List<Input<StudentFact>> attempts(Received received) {
        return switch (received.event()) {
            case AttemptRecorded attempt -> within(attempt.competency(), facts(received));
            case AttemptVoided attempt -> within(attempt.competency(), facts(received));
            default -> List.of();
        };
    }

    private static List<Input<StudentFact>> within(String competency, List<Input<StudentFact>> facts) {
        return facts.stream()
                .map(fact -> new Input<>(fact.document() + '|' + competency, fact.cause(), fact.mark(), fact.value()))
                .toList();
    }

    /** Rows know by their own sequence, attempts by their id, what they have seen; so inputs carry no mark. */
    private static List<Input<StudentFact>> facts(Received received) {
        if (!(received.event() instanceof StudentEvent event)) return List.of();
        StudentFact fact = Facts.of(event, received.envelope().sequence());
        return fact == null
                ? List.of()
                : List.of(new Input<>(event.key(), received.envelope().id(), null, fact));
    }

    private void after(Folded<StudentState> folded, Set<String> moved) {
        if (folded.touched().isEmpty()) return;
        Instant now = clock.now();
        Map<Bucket, List<Touched>> dirty = new HashMap<>();
        Map<String, Change> changed = new LinkedHashMap<>();
        for (int i = 0; i < folded.touched().size(); i++) {
            StateDocument<StudentState> document = folded.touched().get(i);
            Touched touched = new Touched(folded.before().get(i), document);
            StudentState state = document.state();
            String school = state.everAt().stream().min(String::compareTo).orElse(StudentState.NO_SCHOOL);
            LocalDate today = times.of(state.district(), school).day(now);
            for (Bucket bucket : RefreshRollUps.concerning(state, moved.contains(document.id()), today))
                dirty.computeIfAbsent(bucket, none -> new ArrayList<>()).add(touched);
            changesOf(state, today, now).forEach(change -> changed.put(change.kind() + change.id(), change));
        }
        rollUps.refresh(dirty);
        changes.publish(changed.values());
    }

    private static List<Change> changesOf(StudentState state, LocalDate today, Instant now) {
        List<Enrolment> enrolments = state.enrolments(today);
        List<String> classes =
                enrolments.stream().map(Enrolment::classId).distinct().toList();
        List<String> schools = List.copyOf(state.schools(today));
        String district = state.district();
        List<Change> all = new ArrayList<>();
        all.add(new Change(Change.Kind.STUDENT, state.student(), district, now, classes, schools));
        for (Enrolment enrolment : enrolments)
            all.add(new Change(
                    Change.Kind.CLASS,
                    enrolment.classId(),
                    district,
                    now,
                    List.of(enrolment.classId()),
                    List.of(enrolment.school())));
        for (String school : schools)
            all.add(new Change(Change.Kind.SCHOOL, school, district, now, List.of(), List.of(school)));
        all.add(new Change(Change.Kind.DISTRICT, district, district, now, List.of(), List.of()));
        return all;
    }
}
