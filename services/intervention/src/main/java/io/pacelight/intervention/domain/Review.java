package io.pacelight.intervention.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks at all clocks of one student at one instant: who left, what was moved, what strikes. */
final class Review {
    private static final int SECTION_CHANGE_DAYS = 30;

    private final Journal journal;
    private final StudentWatch state;
    private final ClassBook book;
    private final Instant now;

    /** Of the class that is looked at, by target. */
    private Map<String, Integer> episodes = Map.of();

    /** A student's stay in a class, with the student's own class time, which a change of section carries on. */
    private record Place(
            ClassFacts facts, Instant startsAt, Instant endsAt, ClassTime time, Instant clockStart, Set<String> chain) {
        String classId() {
            return facts.classId();
        }
    }

    Review(Journal journal, ClassBook book, Instant now) {
        this.journal = journal;
        this.state = journal.state();
        this.book = book;
        this.now = now;
    }

    Verdict.@Nullable Refused run() {
        new Progress(journal, book).catchUp();
        Map<String, Enrolled> enrolments = enrolments();
        Map<String, Place> active = new TreeMap<>();
        Set<String> unknown = new TreeSet<>();
        Map<String, Instant> ends = new HashMap<>();
        for (Enrolled enrolled : enrolments.values()) {
            ClassFacts facts = book.find(enrolled.classId());
            if (facts == null) {
                unknown.add(enrolled.classId());
                continue;
            }
            Instant startsAt = startsAt(enrolled, facts);
            Instant endsAt = endsAt(enrolled, facts);
            ends.put(enrolled.classId(), endsAt);
            if (!facts.active()) continue;
            if (!now.isBefore(endsAt) || !startsAt.isBefore(endsAt)) continue;
            if (now.isBefore(startsAt)) set(new ClassClock(enrolled.classId(), startsAt, endsAt, false, null));
            else active.put(enrolled.classId(), place(enrolled, facts, enrolments));
        }
        for (String left : leftClasses(active.keySet(), unknown)) leave(left, ends.get(left), active);
        for (String classId : unknown)
            if (state.clock(classId) != null) journal.add(new WatchEvent.ClockStopped(classId));
        for (Place place : active.values()) look(place);
        for (Conference conference : new ArrayList<>(state.conferences())) {
            if (conference.state() == Conference.State.SNOOZED && isPast(conference.snoozedUntil()))
                journal.add(new WatchEvent.ConferenceReopened(conference.id()));
            if (isPast(conference.promiseDueAt())) journal.add(new WatchEvent.PromiseSettled(conference.id()));
        }
        if (state.reviewAsked()) journal.add(new WatchEvent.Reviewed());
        return null;
    }

    private boolean isPast(@Nullable Instant instant) {
        return instant != null && !now.isBefore(instant);
    }

    /** One stay per class: the one that goes on now, else the next one, else the last one. */
    private Map<String, Enrolled> enrolments() {
        Map<String, Enrolled> byClass = new TreeMap<>();
        for (Enrolled enrolled : state.enrolments())
            byClass.merge(enrolled.classId(), enrolled, (a, b) -> rank(b) < rank(a) ? b : a);
        return byClass;
    }

    private long rank(Enrolled enrolled) {
        ClassFacts facts = book.find(enrolled.classId());
        if (facts == null) return 0;
        if (!now.isBefore(endsAt(enrolled, facts)))
            return 3_000_000_000_000L - endsAt(enrolled, facts).getEpochSecond();
        return now.isBefore(startsAt(enrolled, facts))
                ? startsAt(enrolled, facts).getEpochSecond() + 1
                : 0;
    }

    private static Instant startsAt(Enrolled enrolled, ClassFacts facts) {
        LocalDate begin = enrolled.begin();
        return facts.startOf(begin == null || begin.isBefore(facts.termStart()) ? facts.termStart() : begin);
    }

    private static Instant endsAt(Enrolled enrolled, ClassFacts facts) {
        LocalDate end = enrolled.end();
        return facts.endOf(end == null || end.isAfter(facts.termEnd()) ? facts.termEnd() : end);
    }

    private Place place(Enrolled enrolled, ClassFacts facts, Map<String, Enrolled> all) {
        Instant startsAt = startsAt(enrolled, facts);
        ClassTime time = facts.time().without(absencesIn(facts.classId()));
        Instant clockStart = startsAt;
        Set<String> chain = new TreeSet<>(Set.of(enrolled.classId()));
        Enrolled later = enrolled;
        for (Enrolled earlier = sectionBefore(later, all); earlier != null && chain.add(earlier.classId()); ) {
            ClassFacts before = book.find(earlier.classId());
            if (before == null) break;
            Instant left = endsAt(earlier, before);
            Instant change = left.isBefore(clockStart) ? left : clockStart;
            time = before.time()
                    .without(absencesIn(before.classId()))
                    .until(change)
                    .continuedBy(time, clockStart);
            clockStart = startsAt(earlier, before);
            later = earlier;
            earlier = sectionBefore(later, all);
        }
        return new Place(facts, startsAt, endsAt(enrolled, facts), time, clockStart, chain);
    }

    /** The section of the same course that the student left, before its term was over, for this one. */
    private @Nullable Enrolled sectionBefore(Enrolled enrolled, Map<String, Enrolled> all) {
        LocalDate begin = enrolled.begin();
        if (begin == null) return null;
        Enrolled best = null;
        for (Enrolled other : all.values()) {
            LocalDate end = other.end();
            ClassFacts facts = book.find(other.classId());
            if (end == null || facts == null || other.classId().equals(enrolled.classId())) continue;
            if (!other.course().equals(enrolled.course()) || !end.isBefore(facts.termEnd())) continue;
            if (other.begin() != null && !other.begin().isBefore(begin)) continue;
            if (Math.abs(end.toEpochDay() - begin.toEpochDay()) > SECTION_CHANGE_DAYS) continue;
            LocalDate bestEnd = best == null ? null : best.end();
            if (bestEnd == null || end.isAfter(bestEnd)) best = other;
        }
        return best;
    }

    private List<Absence> absencesIn(String classId) {
        List<Absence> absences = state.absences();
        absences.removeIf(absence -> !absence.concerns(classId));
        return absences;
    }

    private Set<String> leftClasses(Set<String> active, Set<String> unknown) {
        Set<String> left = new TreeSet<>(state.lights().keySet());
        for (ClassClock clock : state.clocks())
            if (clock.begun() || !clock.startsAt().isAfter(now)) left.add(clock.classId());
        for (Reason reason : state.reasons()) if (reason.isOpen()) left.add(reason.classId());
        for (Conference conference : state.conferences())
            if (conference.state().isOpen() || conference.promiseDueAt() != null) left.add(conference.classId());
        for (ClassClock clock : state.clocks()) if (!isEnrolled(clock.classId())) left.add(clock.classId());
        left.removeAll(active);
        left.removeAll(unknown);
        return left;
    }

    private boolean isEnrolled(String classId) {
        for (Enrolled enrolled : state.enrolments()) if (enrolled.classId().equals(classId)) return true;
        return false;
    }

    private void leave(String classId, @Nullable Instant endedAt, Map<String, Place> active) {
        ClassFacts facts = book.find(classId);
        Instant at = endedAt == null || endedAt.isAfter(now) ? now : endedAt;
        boolean termOver = facts != null && !at.isBefore(facts.termOver());
        boolean over = termOver || (facts != null && !facts.active());
        Place next = termOver || facts == null ? null : sectionAfter(facts, active);
        Conference open = state.openConference(classId);
        if (next != null && (open == null || state.openConference(next.classId()) == null)) {
            Set<String> running = openReasons(next.classId()).keySet();
            for (Reason reason : openReasons(classId).values())
                if (running.contains(reason.target())) journal.clear(reason, Reason.How.MOVED, at);
            journal.add(new WatchEvent.SectionChanged(classId, next.classId()));
        } else {
            Reason.How how = over ? Reason.How.TERM_ENDED : Reason.How.MOVED;
            for (Reason reason : new ArrayList<>(state.reasons()))
                if (reason.isOpen() && reason.classId().equals(classId)) journal.clear(reason, how, at);
            Conference still = state.openConference(classId);
            if (still != null)
                journal.add(new WatchEvent.ConferenceSettled(still.id(), Conference.State.after(how), at));
            for (Conference conference : new ArrayList<>(state.conferences()))
                if (conference.promiseDueAt() != null && conference.classId().equals(classId))
                    journal.add(new WatchEvent.PromiseSettled(conference.id()));
        }
        List<Light> gone = new ArrayList<>();
        for (Light light : state.lightsOf(classId).values()) gone.add(light.gone());
        if (!gone.isEmpty()) journal.add(new WatchEvent.LightsChanged(classId, gone));
        ClassClock clock = state.clock(classId);
        if (clock != null
                && (clock.begun() || !isEnrolled(classId) || !clock.startsAt().isAfter(now)))
            journal.add(new WatchEvent.ClockStopped(classId));
    }

    private static @Nullable Place sectionAfter(ClassFacts left, Map<String, Place> active) {
        for (Place place : active.values()) if (place.facts().course().equals(left.course())) return place;
        return null;
    }

    private void look(Place place) {
        List<Reason> struck = new ArrayList<>();
        Map<String, Reason> open = openReasons(place.classId());
        episodes = journal.episodes(place.classId());
        Map<String, Light> wanted = new TreeMap<>();
        for (PacingPlan.Window window : place.facts().plan().windows(place.time(), place.clockStart())) {
            String competency = window.competency();
            String target = Reason.paceOf(competency);
            if (state.isMastered(competency) || wanted.containsKey(competency)) continue;
            Reason running = open.remove(target);
            if (running != null && window.targetAt().isAfter(now) && withdraw(running)) running = null;
            int episode = running != null ? running.episode() : episodes.getOrDefault(target, 0) + 1;
            Pace pace = running != null || !now.isBefore(window.targetAt())
                    ? Pace.MISSED
                    : now.isBefore(window.watchAt()) ? Pace.ON_PACE : Pace.WATCH;
            wanted.put(competency, new Light(competency, pace, window.watchAt(), window.targetAt(), episode));
            if (pace == Pace.MISSED && running == null)
                struck.add(reason(place, target, competency, Cause.PACING, place.clockStart(), window.targetAt()));
        }
        Reason stalled = open.remove(Reason.STALL);
        for (Reason without : open.values()) if (without.isPacing()) withdraw(without);
        Instant stallDueAt = stall(place, stalled, struck);
        promises(place, struck);
        struck.sort(Comparator.comparing(Reason::dueAt).thenComparing(Reason::target));
        for (Reason reason : struck) journal.strike(reason);
        relight(place.classId(), wanted);
        set(new ClassClock(place.classId(), place.startsAt(), place.endsAt(), true, stallDueAt));
    }

    private @Nullable Instant stall(Place place, @Nullable Reason stalled, List<Reason> struck) {
        Movement movement = Movement.in(state, place.facts().competencies());
        if (!movement.isRunning()) {
            if (stalled != null) withdraw(stalled);
            return null;
        }
        Instant since = place.clockStart();
        if (movement.last() != null && movement.last().isAfter(since)) since = movement.last();
        for (Conference conference : state.conferences())
            if (conference.state().isHeld()
                    && place.chain().contains(conference.classId())
                    && conference.closedAt() != null
                    && conference.closedAt().isAfter(since)) since = conference.closedAt();
        Instant due = place.facts().stallRule().dueAt(place.time(), since);
        if (stalled != null && ((due != null && !due.isAfter(now)) || !withdraw(stalled))) return null;
        if (due == null || due.isAfter(now)) return due;
        struck.add(reason(place, Reason.STALL, movement.competency(), movement.cause(since), since, due));
        return null;
    }

    private void promises(Place place, List<Reason> struck) {
        for (Conference conference : new ArrayList<>(state.conferences())) {
            Instant due = conference.promiseDueAt();
            Instant given = conference.closedAt();
            if (due == null
                    || given == null
                    || due.isAfter(now)
                    || !conference.classId().equals(place.classId())) continue;
            Movement movement = Movement.in(state, place.facts().competencies());
            if (!movement.anySince(given)) {
                List<Reason> first = state.reasonsOf(conference.id());
                String competency = first.isEmpty() ? null : first.getFirst().competency();
                String target = Reason.promiseOf(conference.id());
                struck.add(reason(place, target, competency, Cause.BROKEN_PROMISE, given, due));
            }
            journal.add(new WatchEvent.PromiseSettled(conference.id()));
        }
    }

    /** Ends an episode whose clock was moved; not while a teacher sits with the student. */
    private boolean withdraw(Reason reason) {
        Conference conference = state.conference(reason.conference());
        if (conference != null && conference.state() == Conference.State.STARTED) return false;
        journal.clear(reason, Reason.How.CLOCK_MOVED, now);
        return true;
    }

    private Reason reason(
            Place place, String target, @Nullable String competency, Cause cause, Instant since, Instant dueAt) {
        int episode = episodes.getOrDefault(target, 0) + 1;
        String id = Reason.id(state.district(), state.student(), place.classId(), target, episode);
        return new Reason(
                id, id, place.classId(), place.classId(), target, competency, cause, episode, since, dueAt, now, null);
    }

    private Map<String, Reason> openReasons(String classId) {
        Map<String, Reason> open = new TreeMap<>();
        for (Reason reason : state.reasons())
            if (reason.isOpen() && reason.classId().equals(classId)) open.put(reason.target(), reason);
        return open;
    }

    private void relight(String classId, Map<String, Light> wanted) {
        Map<String, Light> before = state.lightsOf(classId);
        List<Light> changed = new ArrayList<>();
        for (Light light : wanted.values()) if (!light.equals(before.get(light.competency()))) changed.add(light);
        for (Light light : before.values()) if (!wanted.containsKey(light.competency())) changed.add(light.gone());
        if (!changed.isEmpty()) journal.add(new WatchEvent.LightsChanged(classId, changed));
    }

    private void set(ClassClock clock) {
        if (!clock.equals(state.clock(clock.classId()))) journal.add(new WatchEvent.ClockSet(clock));
    }
}
