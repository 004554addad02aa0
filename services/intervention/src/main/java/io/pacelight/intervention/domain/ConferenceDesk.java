package io.pacelight.intervention.domain;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What a teacher may do with a conference, and what is told where it may not be. */
final class ConferenceDesk {
    /** How many meetings one conference may be put off, all snoozes together. */
    static final int MOST_SNOOZED_MEETINGS = 3;

    private final Journal journal;
    private final ClassBook book;

    ConferenceDesk(Journal journal, ClassBook book) {
        this.journal = journal;
        this.book = book;
    }

    Verdict.@Nullable Refused decide(WatchInput.Command command) {
        Conference conference = journal.state().conference(command.conference());
        if (conference == null) return new Verdict.Refused(null, "There is no such conference.");
        return switch (command) {
            case WatchInput.StartConference start -> start(conference, start);
            case WatchInput.FinishConference finish -> finish(conference, finish);
            case WatchInput.SnoozeConference snooze -> snooze(conference, snooze);
            case WatchInput.DismissConference dismiss -> dismiss(conference, dismiss);
        };
    }

    private Verdict.@Nullable Refused start(Conference conference, WatchInput.StartConference start) {
        if (!conference.state().isOpen()) return over(conference);
        if (conference.state() == Conference.State.STARTED)
            return start.by().equals(conference.by()) ? null : claimed(conference);
        journal.add(new WatchEvent.ConferenceStarted(conference.id(), start.by(), start.at()));
        return null;
    }

    private Verdict.@Nullable Refused finish(Conference conference, WatchInput.FinishConference finish) {
        if (finish.outcome().isBlank() || finish.nextStep().isBlank())
            return new Verdict.Refused(
                    conference.state(), "A conference is done with an outcome and a next step; one is missing.");
        if (conference.state() == Conference.State.DONE
                && finish.by().equals(conference.by())
                && finish.outcome().equals(conference.outcome())
                && finish.nextStep().equals(conference.nextStep())) return null;
        if (!conference.state().isOpen()) return over(conference);
        if (conference.state() != Conference.State.STARTED)
            return new Verdict.Refused(conference.state(), "Start the conference before you finish it.");
        if (!finish.by().equals(conference.by())) return claimed(conference);
        journal.add(new WatchEvent.ConferenceHeld(
                conference.id(),
                finish.by(),
                finish.at(),
                finish.outcome(),
                finish.nextStep(),
                finish.nextStepOn(),
                promiseDueAt(conference, finish)));
        afterHeld(conference, finish.at());
        return null;
    }

    private Verdict.@Nullable Refused snooze(Conference conference, WatchInput.SnoozeConference snooze) {
        if (!conference.state().isOpen()) return over(conference);
        if (conference.state() == Conference.State.STARTED && !snooze.by().equals(conference.by()))
            return claimed(conference);
        int left = MOST_SNOOZED_MEETINGS - conference.snoozedMeetings();
        if (snooze.meetings() < 1 || snooze.meetings() > left)
            return new Verdict.Refused(
                    conference.state(),
                    left == 0
                            ? "It has been put off for three meetings already, which is the most."
                            : "It can be put off for 1 to " + left + (left == 1 ? " meeting" : " meetings")
                                    + ", not for " + snooze.meetings() + ".");
        ClassFacts facts = book.find(conference.classId());
        Instant until = facts == null ? null : facts.time().endOfMeetingFrom(snooze.at(), snooze.meetings());
        if (until == null)
            return new Verdict.Refused(conference.state(), "The class has too few meetings left to put it off.");
        journal.add(new WatchEvent.ConferenceSnoozed(conference.id(), until, snooze.meetings()));
        return null;
    }

    private Verdict.@Nullable Refused dismiss(Conference conference, WatchInput.DismissConference dismiss) {
        if (dismiss.why().isBlank())
            return new Verdict.Refused(conference.state(), "Say why the conference is not needed.");
        if (conference.state() == Conference.State.NOT_NEEDED
                && dismiss.by().equals(conference.by())
                && dismiss.why().equals(conference.note())) return null;
        if (!conference.state().isOpen()) return over(conference);
        if (conference.state() == Conference.State.STARTED && !dismiss.by().equals(conference.by()))
            return claimed(conference);
        journal.add(new WatchEvent.ConferenceNotNeeded(conference.id(), dismiss.by(), dismiss.at(), dismiss.why()));
        afterHeld(conference, dismiss.at());
        return null;
    }

    /** A conference starts the 24-hour clock anew; a missed target stays missed until it is mastered. */
    private void afterHeld(Conference conference, Instant at) {
        for (Reason reason : journal.state().reasonsOf(conference.id()))
            if (reason.isOpen() && !reason.isPacing()) journal.clear(reason, Reason.How.CONFERENCE, at);
        journal.askForReview();
    }

    private @Nullable Instant promiseDueAt(Conference conference, WatchInput.FinishConference finish) {
        if (finish.nextStepOn() == null) return null;
        ClassFacts facts = book.find(conference.classId());
        return facts != null
                ? facts.endOf(finish.nextStepOn())
                : finish.nextStepOn().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Verdict.Refused claimed(Conference conference) {
        return new Verdict.Refused(conference.state(), "Another teacher has started this conference.");
    }

    private static Verdict.Refused over(Conference conference) {
        String how =
                switch (conference.state()) {
                    case OPEN, STARTED, SNOOZED -> "is open";
                    case DONE -> "is done already";
                    case NOT_NEEDED -> "was marked as not needed";
                    case RESOLVED_BY_PROGRESS -> "resolved itself: the student has moved on";
                    case ESCALATED -> "went on to the next person";
                    case MOVED -> "is closed because the student left the class";
                    case TERM_ENDED -> "is closed because the term has ended";
                    case CLOCK_MOVED -> "was withdrawn because a calendar or plan changed";
                };
        return new Verdict.Refused(conference.state(), "This conference " + how + ".");
    }
}
