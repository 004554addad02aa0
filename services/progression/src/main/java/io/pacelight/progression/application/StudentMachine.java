package io.pacelight.progression.application;

import io.pacelight.events.CompetencyUnlocked;
import io.pacelight.events.Event;
import io.pacelight.kit.state.Emission;
import io.pacelight.kit.state.StateMachine;
import io.pacelight.kit.state.Step;
import io.pacelight.progression.domain.map.StudentMapDecider;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** One student as a state document: keeps their schools, and opens what builds on what they have met. */
public final class StudentMachine implements StateMachine<StudentState, StudentInput> {

    @Override
    public StudentState initial(String document) {
        return StudentState.UNKNOWN;
    }

    @Override
    public Step<StudentState> apply(StudentState state, StudentInput input) {
        return switch (input) {
            case StudentInput.Remembered remembered ->
                Step.of(apply(state, remembered.input()).state());
            case StudentInput.Enrolled enrolled -> enrolled(state, enrolled);
            case StudentInput.Judged judged ->
                opened(
                        state,
                        judged.district(),
                        judged.student(),
                        StudentMapDecider.absorb(state.map(), List.of(judged.row()), judged.prerequisites()),
                        judged.at());
            case StudentInput.MapRedrawn redrawn ->
                opened(
                        state,
                        redrawn.district(),
                        redrawn.student(),
                        StudentMapDecider.recompute(state.map(), redrawn.prerequisites()),
                        redrawn.at());
        };
    }

    @Override
    public Set<Class<? extends Event>> tells() {
        return Set.of(CompetencyUnlocked.class);
    }

    private static Step<StudentState> enrolled(StudentState state, StudentInput.Enrolled enrolled) {
        StudentState next = new StudentState(enrolled.schools(), enrolled.seats(), state.map());
        return next.schools().equals(state.schools())
                ? Step.of(next.equals(state) ? state : next)
                : new Step<>(next, List.of(new Emission(enrolled.rejudge(), enrolled.at())));
    }

    private static Step<StudentState> opened(
            StudentState state, String district, String student, StudentMapDecider.Decision decision, Instant at) {
        return new Step<>(
                state.with(decision.map()),
                decision.events().stream()
                        .map(unlocked -> new Emission(Contract.told(district, student, unlocked), at))
                        .toList());
    }
}
