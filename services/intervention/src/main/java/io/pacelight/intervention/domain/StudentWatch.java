package io.pacelight.intervention.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything that the clocks of one student stand on: facts told, lights, reasons and conferences. */
public final class StudentWatch {
    /** Attendance of one date and class, or of the whole day; a present student has no absence. */
    public record Attendance(long sequence, @Nullable Absence absence) {}

    private final String district;
    private final String student;
    private long enrolmentSequence;
    private boolean reviewAsked;
    private List<Enrolled> enrolments = List.of();
    private final Map<String, Attendance> attendance;
    private final Map<String, Standing> standings;
    private final Map<String, ClassClock> clocks;
    private final Map<String, Map<String, Light>> lights;
    private final Map<String, Reason> reasons;
    private final Map<String, Conference> conferences;

    private StudentWatch(StudentWatch from) {
        this.district = from.district;
        this.student = from.student;
        this.enrolmentSequence = from.enrolmentSequence;
        this.reviewAsked = from.reviewAsked;
        this.enrolments = from.enrolments;
        this.attendance = new TreeMap<>(from.attendance);
        this.standings = new TreeMap<>(from.standings);
        this.clocks = new TreeMap<>(from.clocks);
        this.lights = new TreeMap<>(from.lights);
        this.reasons = new TreeMap<>(from.reasons);
        this.conferences = new TreeMap<>(from.conferences);
    }

    private StudentWatch(String district, String student) {
        this.district = district;
        this.student = student;
        this.enrolmentSequence = -1;
        this.attendance = new TreeMap<>();
        this.standings = new TreeMap<>();
        this.clocks = new TreeMap<>();
        this.lights = new TreeMap<>();
        this.reasons = new TreeMap<>();
        this.conferences = new TreeMap<>();
    }

    public static StudentWatch of(String district, String student) {
        return new StudentWatch(district, student);
    }

    /** The parts of a watch that was stored, as the accessors gave them. */
    public static StudentWatch restored(
            String district,
            String student,
            long enrolmentSequence,
            boolean reviewAsked,
            List<Enrolled> enrolments,
            Map<String, Attendance> attendance,
            Map<String, Standing> standings,
            Collection<ClassClock> clocks,
            Map<String, Map<String, Light>> lights,
            Collection<Reason> reasons,
            Collection<Conference> conferences) {
        StudentWatch watch = new StudentWatch(district, student);
        watch.enrolmentSequence = enrolmentSequence;
        watch.reviewAsked = reviewAsked;
        watch.enrolments = List.copyOf(enrolments);
        watch.attendance.putAll(attendance);
        watch.standings.putAll(standings);
        for (ClassClock clock : clocks) watch.clocks.put(clock.classId(), clock);
        lights.forEach((classId, byCompetency) -> watch.lights.put(classId, new TreeMap<>(byCompetency)));
        for (Reason reason : reasons) watch.reasons.put(reason.id(), reason);
        for (Conference conference : conferences) watch.conferences.put(conference.id(), conference);
        return watch;
    }

    public static StudentWatch evolve(StudentWatch state, WatchEvent event) {
        return evolve(state, List.of(event));
    }

    /** The state after the events, in their order; {@code state} itself stays as it is. */
    public static StudentWatch evolve(StudentWatch state, List<WatchEvent> events) {
        if (events.isEmpty()) return state;
        StudentWatch next = state.copy();
        for (WatchEvent event : events) next.apply(event);
        return next;
    }

    StudentWatch copy() {
        return new StudentWatch(this);
    }

    void apply(WatchEvent event) {
        switch (event) {
            case WatchEvent.EnrolmentsRead e -> {
                enrolmentSequence = e.sequence();
                enrolments = e.enrolments();
            }
            case WatchEvent.AttendanceRead e ->
                attendance.put(
                        attendanceKey(e.date().toString(), e.classId()), new Attendance(e.sequence(), e.absence()));
            case WatchEvent.StandingRead e -> standings.merge(e.competency(), e.standing(), Standing::merge);
            case WatchEvent.ReviewAsked e -> reviewAsked = true;
            case WatchEvent.Reviewed e -> reviewAsked = false;
            case WatchEvent.ClockSet e -> clocks.put(e.clock().classId(), e.clock());
            case WatchEvent.ClockStopped e -> clocks.remove(e.classId());
            case WatchEvent.LightsChanged e -> light(e);
            case WatchEvent.Struck e -> reasons.put(e.reason().id(), e.reason());
            case WatchEvent.ReasonCleared e ->
                reasons.computeIfPresent(e.reason(), (id, was) -> was.cleared(e.clearing()));
            case WatchEvent.ConferenceOpened e ->
                conferences.put(e.conference(), Conference.opened(e.conference(), e.classId(), e.at()));
            case WatchEvent.ConferenceJoined e -> {}
            case WatchEvent.ConferenceStarted e ->
                conferences.computeIfPresent(e.conference(), (id, was) -> was.startedBy(e.by(), e.at()));
            case WatchEvent.ConferenceSnoozed e ->
                conferences.computeIfPresent(e.conference(), (id, was) -> was.snoozed(e.until(), e.meetings()));
            case WatchEvent.ConferenceReopened e ->
                conferences.computeIfPresent(e.conference(), (id, was) -> was.reopened());
            case WatchEvent.ConferenceHeld e ->
                conferences.computeIfPresent(
                        e.conference(),
                        (id, was) ->
                                was.held(e.by(), e.at(), e.outcome(), e.nextStep(), e.nextStepOn(), e.promiseDueAt()));
            case WatchEvent.ConferenceNotNeeded e ->
                conferences.computeIfPresent(e.conference(), (id, was) -> was.notNeeded(e.by(), e.at(), e.why()));
            case WatchEvent.ConferenceSettled e ->
                conferences.computeIfPresent(e.conference(), (id, was) -> was.settled(e.as(), e.at()));
            case WatchEvent.PromiseSettled e ->
                conferences.computeIfPresent(e.conference(), (id, was) -> was.promiseSettled());
            case WatchEvent.ConferenceRecalled e -> recall(e.conference(), e.reasons());
            case WatchEvent.SectionChanged e -> carry(e.fromClass(), e.toClass());
        }
    }

    private void light(WatchEvent.LightsChanged changed) {
        Map<String, Light> next = new TreeMap<>(lightsOf(changed.classId()));
        for (Light light : changed.lights()) {
            if (light.pace() == Pace.NONE) next.remove(light.competency());
            else next.put(light.competency(), light);
        }
        if (next.isEmpty()) lights.remove(changed.classId());
        else lights.put(changed.classId(), next);
    }

    /** A promise that was broken has struck, and one that struck is settled; that alone is not told by itself. */
    private void recall(Conference told, List<Reason> with) {
        conferences.put(told.id(), told);
        for (Reason reason : with) reasons.put(reason.id(), reason);
        for (Reason reason : reasons.values())
            if (reason.isPromise())
                conferences.computeIfPresent(reason.promisedIn(), (id, was) -> was.promiseSettled());
    }

    private void carry(String from, String to) {
        reasons.replaceAll((id, was) -> was.isOpen() && was.classId().equals(from) ? was.carriedTo(to) : was);
        conferences.replaceAll(
                (id, was) -> was.classId().equals(from) && (was.state().isOpen() || was.promiseDueAt() != null)
                        ? was.carriedTo(to)
                        : was);
    }

    static String attendanceKey(String date, @Nullable String classId) {
        return classId == null ? date : date + " " + classId;
    }

    public String district() {
        return district;
    }

    public String student() {
        return student;
    }

    public long enrolmentSequence() {
        return enrolmentSequence;
    }

    public boolean reviewAsked() {
        return reviewAsked;
    }

    public List<Enrolled> enrolments() {
        return enrolments;
    }

    public Map<String, Attendance> attendance() {
        return Collections.unmodifiableMap(attendance);
    }

    public Map<String, Standing> standings() {
        return Collections.unmodifiableMap(standings);
    }

    public Collection<ClassClock> clocks() {
        return Collections.unmodifiableCollection(clocks.values());
    }

    public Map<String, Map<String, Light>> lights() {
        return Collections.unmodifiableMap(lights);
    }

    public Map<String, Light> lightsOf(String classId) {
        return lights.getOrDefault(classId, Map.of());
    }

    public Collection<Reason> reasons() {
        return Collections.unmodifiableCollection(reasons.values());
    }

    public Collection<Conference> conferences() {
        return Collections.unmodifiableCollection(conferences.values());
    }

    public @Nullable Conference conference(String id) {
        return conferences.get(id);
    }

    public @Nullable ClassClock clock(String classId) {
        return clocks.get(classId);
    }

    public @Nullable Standing standing(String competency) {
        return standings.get(competency);
    }

    @Nullable
    Reason reason(String id) {
        return reasons.get(id);
    }

    boolean isMastered(String competency) {
        Standing standing = standings.get(competency);
        return standing != null && standing.mastered();
    }

    /** The conference that waits in a class; there is never more than one. */
    public @Nullable Conference openConference(String classId) {
        for (Conference conference : conferences.values())
            if (conference.state().isOpen() && conference.classId().equals(classId)) return conference;
        return null;
    }

    /** The reasons of a conference, the first that struck first. */
    public List<Reason> reasonsOf(String conference) {
        List<Reason> of = new ArrayList<>();
        for (Reason reason : reasons.values()) if (reason.conference().equals(conference)) of.add(reason);
        of.sort(java.util.Comparator.comparing(Reason::struckAt)
                .thenComparing(Reason::dueAt)
                .thenComparing(Reason::id));
        return of;
    }

    List<Absence> absences() {
        List<Absence> absences = new ArrayList<>();
        for (Attendance one : attendance.values()) if (one.absence() != null) absences.add(one.absence());
        return absences;
    }

    /** The earliest instant at which time alone changes something; null if never. {@link Instant#EPOCH} asks for a review at once. */
    public @Nullable Instant dueAt() {
        if (reviewAsked) return Instant.EPOCH;
        Instant due = null;
        for (ClassClock clock : clocks.values()) {
            if (!clock.begun()) {
                due = earlier(due, clock.startsAt());
                continue;
            }
            due = earlier(due, clock.endsAt());
            due = earlier(due, clock.stallDueAt());
            for (Light light : lightsOf(clock.classId()).values()) due = earlier(due, light.changesAt());
        }
        for (Conference conference : conferences.values()) {
            if (conference.state() == Conference.State.SNOOZED) due = earlier(due, conference.snoozedUntil());
            due = earlier(due, conference.promiseDueAt());
        }
        return due;
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        if (a == null) return b;
        return b == null || a.isBefore(b) ? a : b;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StudentWatch that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return Objects.hash(parts());
    }

    @Override
    public String toString() {
        return parts().toString();
    }

    private List<Object> parts() {
        return List.of(
                district,
                student,
                enrolmentSequence,
                reviewAsked,
                enrolments,
                attendance,
                standings,
                clocks,
                lights,
                reasons,
                conferences);
    }
}
