package io.pacelight.progression.application;

import io.pacelight.events.Event;
import io.pacelight.events.EvidenceJudged;
import io.pacelight.events.LevelChanged;
import io.pacelight.events.MasteryAchieved;
import io.pacelight.events.MasteryRevoked;
import io.pacelight.kit.state.Emission;
import io.pacelight.kit.state.StateMachine;
import io.pacelight.kit.state.Step;
import io.pacelight.progression.domain.evidence.Portfolio;
import io.pacelight.progression.domain.mastery.Mastery;
import io.pacelight.progression.domain.mastery.MasteryDecider;
import io.pacelight.progression.domain.mastery.MasteryEvent;
import io.pacelight.progression.domain.mastery.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One competency of one student as a state document: decides, evolves, and tells in the words of the contract. */
public final class MasteryMachine implements StateMachine<Mastery, JudgeInput> {
    private static final Set<Class<? extends Event>> TOLD =
            Set.of(EvidenceJudged.class, LevelChanged.class, MasteryAchieved.class, MasteryRevoked.class);

    @Override
    public Mastery initial(String document) {
        return Mastery.NONE;
    }

    @Override
    public Step<Mastery> apply(Mastery state, JudgeInput input) {
        if (input.remembered()) {
            return Step.of(remembered(state, input));
        }
        List<MasteryEvent> events = MasteryDecider.decide(state, input.attempts(), input.rules());
        List<Emission> emissions = new ArrayList<>();
        Mastery next = state;
        for (MasteryEvent event : events) {
            next = MasteryDecider.evolve(next, event);
            emissions.add(new Emission(Contract.told(input.key(), event), input.at()));
        }
        return new Step<>(next, saysNothingNew(state, next, input) ? List.of() : emissions);
    }

    private static Mastery remembered(Mastery state, JudgeInput input) {
        Portfolio portfolio = state.portfolio().with(input.attempts());
        return portfolio.equals(state.portfolio()) ? state : new Mastery(portfolio, state.standing());
    }

    /** Without new attempts, a row that reads as the one before need not be told: so a rebuild ends in silence. */
    private static boolean saysNothingNew(Mastery before, Mastery after, JudgeInput input) {
        Standing was = before.standing();
        Standing is = after.standing();
        return input.attempts().isEmpty()
                && was != null
                && is != null
                && Contract.row(input.key(), was).equals(Contract.row(input.key(), is));
    }

    @Override
    public Set<Class<? extends Event>> tells() {
        return TOLD;
    }

    /** The row as it was told last; what a row does not tell is judged again once all evidence is read. */
    @Override
    public Mastery recall(Mastery state, Event told, Instant at) {
        return told instanceof EvidenceJudged row ? new Mastery(state.portfolio(), Contract.standing(row)) : state;
    }
}
