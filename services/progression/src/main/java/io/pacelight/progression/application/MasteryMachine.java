package io.pacelight.progression.application;

import io.pacelight.kit.state.Emission;
import io.pacelight.kit.state.StateMachine;
import io.pacelight.kit.state.Step;
import io.pacelight.progression.domain.mastery.Mastery;
import io.pacelight.progression.domain.mastery.MasteryDecider;
import io.pacelight.progression.domain.mastery.MasteryEvent;
import java.util.ArrayList;
import java.util.List;

/** One competency of one student as a state document: decides, evolves, and tells in the words of the contract. */
public final class MasteryMachine implements StateMachine<Mastery, JudgeInput> {

    @Override
    public Mastery initial(String document) {
        return Mastery.NONE;
    }

    @Override
    public Step<Mastery> apply(Mastery state, JudgeInput input) {
        List<Emission> emissions = new ArrayList<>();
        Mastery next = state;
        for (MasteryEvent event : MasteryDecider.decide(state, input.attempts(), input.rules())) {
            next = MasteryDecider.evolve(next, event);
            emissions.add(new Emission(Contract.told(input.key(), event), input.at()));
        }
        return new Step<>(next, emissions);
    }
}
