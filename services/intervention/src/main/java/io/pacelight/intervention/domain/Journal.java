package io.pacelight.intervention.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A working copy of a watch together with what has been decided on it so far. */
final class Journal {
    private final StudentWatch state;
    private final List<WatchEvent> events = new ArrayList<>();

    Journal(StudentWatch from) {
        this.state = from.copy();
    }

    StudentWatch state() {
        return state;
    }

    List<WatchEvent> events() {
        return events;
    }

    void add(WatchEvent event) {
        state.apply(event);
        events.add(event);
    }

    void askForReview() {
        if (!state.reviewAsked()) add(new WatchEvent.ReviewAsked());
    }

    void clear(Reason reason, Reason.How how, Instant at) {
        Reason.Clearing clearing = new Reason.Clearing(how, at.isBefore(reason.struckAt()) ? reason.struckAt() : at);
        if (reason.clearing() != null && !clearing.isBefore(reason.clearing())) return;
        add(new WatchEvent.ReasonCleared(reason.id(), clearing));
        settle(reason.conference());
    }

    /** Closes a conference that no teacher has closed once all its reasons are cleared; the last clearing says how. */
    private void settle(String id) {
        Conference conference = state.conference(id);
        if (conference == null || conference.state().isHeld()) return;
        Reason.Clearing last = null;
        boolean left = false;
        for (Reason reason : state.reasonsOf(id)) {
            Reason.Clearing clearing = reason.clearing();
            if (clearing == null) {
                if (conference.state().isOpen()) add(new WatchEvent.ConferenceJoined(id));
                return;
            }
            if (last == null || last.isBefore(clearing)) last = clearing;
            left |= clearing.how() == Reason.How.MOVED || clearing.how() == Reason.How.TERM_ENDED;
        }
        if (last == null || (conference.state() == Conference.State.STARTED && !left)) return;
        Conference.State as = Conference.State.after(last.how());
        if (conference.state() != as || !last.at().equals(conference.closedAt()))
            add(new WatchEvent.ConferenceSettled(id, as, last.at()));
    }

    /** Lets a clock strike: the reason joins the conference that waits in the class, or opens one. */
    void strike(Reason struck) {
        Conference open = state.openConference(struck.classId());
        if (open != null) {
            add(new WatchEvent.Struck(struck.in(open.id())));
            add(new WatchEvent.ConferenceJoined(open.id()));
        } else {
            add(new WatchEvent.Struck(struck.in(struck.id())));
            add(new WatchEvent.ConferenceOpened(struck.id(), struck.classId(), struck.struckAt()));
        }
    }

    /** The numbers of the last strikes in a class, by target. */
    Map<String, Integer> episodes(String classId) {
        Map<String, Integer> last = new HashMap<>();
        for (Reason reason : state.reasons())
            if (reason.classId().equals(classId) || reason.struckIn().equals(classId))
                last.merge(reason.target(), reason.episode(), Math::max);
        return last;
    }
}
