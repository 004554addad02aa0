package io.pacelight.intervention.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a student's watch.
 *
 * <p>Facts are only taken in, and progress clears what it clears. Everything that depends on time or on reference data
 * is decided when {@link WatchInput.TimePassed} says that everything before has been told, so that the state is a
 * function of the set of facts and not of how they interleave.
 */
public final class WatchDecider {
    private final ClassBook book;

    public WatchDecider(ClassBook book) {
        this.book = book;
    }

    /** A state and the events that led to it. */
    public record Folded(StudentWatch state, List<WatchEvent> events) {
        public Folded {
            events = List.copyOf(events);
        }
    }

    public Verdict decide(StudentWatch state, WatchInput input) {
        return decide(new Journal(state), input);
    }

    /** Takes many inputs of one student at once; a command that is refused changes nothing. */
    public Folded fold(StudentWatch state, List<? extends WatchInput> inputs) {
        Journal journal = new Journal(state);
        for (WatchInput input : inputs) decide(journal, input);
        return new Folded(journal.events().isEmpty() ? state : journal.state(), journal.events());
    }

    private Verdict decide(Journal journal, WatchInput input) {
        int from = journal.events().size();
        Verdict.Refused refused =
                switch (input) {
                    case WatchInput.EnrolmentsTold told -> enrolments(journal, told);
                    case WatchInput.AttendanceTold told -> attendance(journal, told);
                    case WatchInput.StandingTold told -> standing(journal, told);
                    case WatchInput.ReferenceMoved moved -> review(journal);
                    case WatchInput.TimePassed passed -> new Review(journal, book, passed.now()).run();
                    case WatchInput.Command command -> new ConferenceDesk(journal, book).decide(command);
                };
        if (refused != null) return refused;
        List<WatchEvent> events = journal.events();
        return new Verdict.Accepted(new ArrayList<>(events.subList(from, events.size())));
    }

    private static Verdict.@Nullable Refused review(Journal journal) {
        journal.askForReview();
        return null;
    }

    private static Verdict.@Nullable Refused enrolments(Journal journal, WatchInput.EnrolmentsTold told) {
        StudentWatch state = journal.state();
        if (told.sequence() <= state.enrolmentSequence()) return null;
        boolean changed = !told.enrolments().equals(state.enrolments());
        journal.add(new WatchEvent.EnrolmentsRead(told.sequence(), told.enrolments()));
        if (changed) journal.askForReview();
        return null;
    }

    private static Verdict.@Nullable Refused attendance(Journal journal, WatchInput.AttendanceTold told) {
        String key = StudentWatch.attendanceKey(told.date().toString(), told.classId());
        StudentWatch.Attendance known = journal.state().attendance().get(key);
        if (known == null ? told.absence() == null : told.sequence() <= known.sequence()) return null;
        journal.add(new WatchEvent.AttendanceRead(told.sequence(), told.date(), told.classId(), told.absence()));
        if (known == null || !Objects.equals(known.absence(), told.absence())) journal.askForReview();
        return null;
    }

    private Verdict.@Nullable Refused standing(Journal journal, WatchInput.StandingTold told) {
        StudentWatch state = journal.state();
        String competency = told.competency();
        Standing before = state.standing(competency);
        Standing merged = before == null ? told.standing() : before.merge(told.standing());
        if (!merged.equals(before)) journal.add(new WatchEvent.StandingRead(competency, told.standing()));
        for (Reason reason : new ArrayList<>(state.reasons())) {
            Instant at = progress(reason, competency, told.standing());
            if (at == null) continue;
            boolean wasOpen = reason.isOpen();
            journal.clear(reason, Reason.How.PROGRESS, at);
            if (wasOpen && reason.isStall()) journal.askForReview();
        }
        if (merged.mastered()) darken(journal, competency);
        else if (before != null && before.mastered()) journal.askForReview();
        else if (clockIsMissing(state, competency)) journal.askForReview();
        return null;
    }

    /** When the standing told cleared the reason; null if it did not. */
    private @Nullable Instant progress(Reason reason, String competency, Standing told) {
        if (reason.isPacing()) {
            if (!competency.equals(reason.competency()) || !told.mastered()) return null;
            return told.masteredAt() == null ? reason.struckAt() : told.masteredAt();
        }
        Instant moved = told.movedAt();
        if (reason.isPromise()) moved = Standing.latest(moved, told.lastAttemptAt());
        if (moved == null || !moved.isAfter(reason.since())) return null;
        ClassFacts facts = book.find(reason.classId());
        return facts != null && facts.competencies().contains(competency) ? moved : null;
    }

    private static void darken(Journal journal, String competency) {
        for (ClassClock clock : new ArrayList<>(journal.state().clocks())) {
            Light light = journal.state().lightsOf(clock.classId()).get(competency);
            if (light != null) journal.add(new WatchEvent.LightsChanged(clock.classId(), List.of(light.gone())));
        }
    }

    private boolean clockIsMissing(StudentWatch state, String competency) {
        for (ClassClock clock : state.clocks()) {
            if (!clock.begun() || clock.stallDueAt() != null) continue;
            ClassFacts facts = book.find(clock.classId());
            if (facts == null || !facts.competencies().contains(competency)) continue;
            boolean struck = false;
            for (Reason reason : state.reasons())
                struck |=
                        reason.isOpen() && reason.isStall() && reason.classId().equals(clock.classId());
            if (!struck) return true;
        }
        return false;
    }
}
