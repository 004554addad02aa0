package io.pacelight.intervention.application;

import io.pacelight.events.Event;
import io.pacelight.intervention.domain.StudentWatch;
import io.pacelight.intervention.domain.Verdict;
import io.pacelight.intervention.domain.WatchDecider;
import io.pacelight.intervention.domain.WatchEvent;
import io.pacelight.intervention.domain.WatchInput;
import io.pacelight.kit.state.StateMachine;
import io.pacelight.kit.state.Step;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The rules of a watch as the kit folds them; documents are named {@code district|student}. */
public final class WatchMachine implements StateMachine<StudentWatch, Told> {
    private final ClassBooks books;

    public WatchMachine(ClassBooks books) {
        this.books = books;
    }

    @Override
    public StudentWatch initial(String document) {
        int cut = document.indexOf('|');
        return StudentWatch.of(document.substring(0, cut), document.substring(cut + 1));
    }

    @Override
    public Step<StudentWatch> apply(StudentWatch state, Told told) {
        WatchDecider.Folded folded = decider(state).fold(state, List.of(told.input()));
        return step(state, folded.state(), folded.events(), told.time());
    }

    @Override
    public Set<Class<? extends Event>> tells() {
        return Recollection.TOLD;
    }

    @Override
    public StudentWatch recall(StudentWatch state, Event told, Instant at) {
        WatchEvent event = Recollection.of(told);
        List<WatchEvent> events =
                event == null ? List.of(new WatchEvent.ReviewAsked()) : List.of(event, new WatchEvent.ReviewAsked());
        return StudentWatch.evolve(state, events);
    }

    /** Carries out what a teacher asked for. */
    public Step<StudentWatch> carryOut(StudentWatch state, WatchInput.Command command) throws ConferenceRefused {
        return switch (decider(state).decide(state, command)) {
            case Verdict.Refused refused -> throw new ConferenceRefused(refused);
            case Verdict.Accepted accepted ->
                step(state, StudentWatch.evolve(state, accepted.events()), accepted.events(), command.at());
        };
    }

    private WatchDecider decider(StudentWatch state) {
        return new WatchDecider(books.of(state.district()));
    }

    private static Step<StudentWatch> step(
            StudentWatch before, StudentWatch after, List<WatchEvent> events, Instant time) {
        return new Step<>(after, Telling.of(before, after, events, time));
    }
}
