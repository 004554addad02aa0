package io.pacelight.intervention.domain;

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
                    case WatchInput.ReferenceMoved moved -> moved(journal);
                    case WatchInput.Remembered remembered -> remember(journal, remembered.fact());
                    case WatchInput.TimePassed passed -> new Review(journal, book, passed.now()).run();
                    case WatchInput.Command command -> new ConferenceDesk(journal, book).decide(command);
                };
        if (refused != null) return refused;
        List<WatchEvent> events = journal.events();
        return new Verdict.Accepted(new ArrayList<>(events.subList(from, events.size())));
    }

    /**
     * Written even if a review is asked for already: one that is under way, and did not yet know what moved, would
     * otherwise not lose the guard, and nobody would look again.
     */
    private static Verdict.@Nullable Refused moved(Journal journal) {
        journal.add(new WatchEvent.ReviewAsked());
        return null;
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
        StudentWatch.Attendance known = known(journal, told);
        if (!take(journal, told)) return null;
        if (known == null || !Objects.equals(known.absence(), told.absence())) journal.askForReview();
        return null;
    }

    private static StudentWatch.@Nullable Attendance known(Journal journal, WatchInput.AttendanceTold told) {
        return journal.state()
                .attendance()
                .get(StudentWatch.attendanceKey(told.date().toString(), told.classId()));
    }

    /** Whether it was news. */
    private static boolean take(Journal journal, WatchInput.AttendanceTold told) {
        StudentWatch.Attendance known = known(journal, told);
        if (known == null ? told.absence() == null : told.sequence() <= known.sequence()) return false;
        journal.add(new WatchEvent.AttendanceRead(told.sequence(), told.date(), told.classId(), told.absence()));
        return true;
    }

    private Verdict.@Nullable Refused standing(Journal journal, WatchInput.StandingTold told) {
        StudentWatch state = journal.state();
        String competency = told.competency();
        Standing before = state.standing(competency);
        Standing merged = before == null ? told.standing() : before.merge(told.standing());
        if (!merged.equals(before)) journal.add(new WatchEvent.StandingRead(competency, told.standing()));
        new Progress(journal, book).told(competency, told.standing());
        if (merged.mastered()) darken(journal, competency);
        else if (before != null && before.mastered()) journal.askForReview();
        else if (clockIsMissing(state, competency)) journal.askForReview();
        if (!merged.equals(before) && stalledWithNothingToDo(state, competency)) journal.askForReview();
        return null;
    }

    /** Nothing is decided, but everything has to be looked at once the rebuild is over. */
    private static Verdict.@Nullable Refused remember(Journal journal, WatchInput.Fact fact) {
        StudentWatch state = journal.state();
        switch (fact) {
            case WatchInput.EnrolmentsTold told -> {
                if (told.sequence() > state.enrolmentSequence())
                    journal.add(new WatchEvent.EnrolmentsRead(told.sequence(), told.enrolments()));
            }
            case WatchInput.AttendanceTold told -> take(journal, told);
            case WatchInput.StandingTold told -> {
                Standing before = state.standing(told.competency());
                if (before == null || !before.merge(told.standing()).equals(before))
                    journal.add(new WatchEvent.StandingRead(told.competency(), told.standing()));
            }
            case WatchInput.ReferenceMoved moved -> {}
        }
        return review(journal);
    }

    /** A stall that struck before it was told that there is nothing left to do in the class. */
    private boolean stalledWithNothingToDo(StudentWatch state, String competency) {
        for (Reason reason : state.reasons()) {
            if (!reason.isOpen() || !reason.isStall()) continue;
            ClassFacts facts = book.find(reason.classId());
            if (facts != null
                    && facts.competencies().contains(competency)
                    && !Movement.in(state, facts.competencies()).isRunning()) return true;
        }
        return false;
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
