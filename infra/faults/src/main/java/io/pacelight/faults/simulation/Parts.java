package io.pacelight.faults.simulation;

import io.pacelight.intervention.application.Backlog;
import io.pacelight.kit.state.StateFolder;
import io.pacelight.kit.state.StateMachine;
import io.pacelight.kit.stream.BatchHandler;
import io.pacelight.kit.stream.EventStream;
import io.pacelight.kit.stream.LastWord;
import io.pacelight.kit.stream.Positions;
import io.pacelight.progression.application.JudgeInput;
import io.pacelight.progression.application.MasteryMachine;
import io.pacelight.progression.domain.mastery.Mastery;
import java.util.List;

/** What the simulated services are made of. A test puts a wrong part in, to see whether the simulation notices. */
class Parts {
    <S> FakeStore<S> store(World world, String name) {
        return new FakeStore<>(world, name);
    }

    StateMachine<Mastery, JudgeInput> judging() {
        return new MasteryMachine();
    }

    Subscription subscription(World world, Group group, EventStream stream, Positions positions) {
        return new Subscription(world, group, stream, positions);
    }

    BatchHandler lastWord(List<StateFolder<?, ?>> folders) {
        return new LastWord(folders);
    }

    Backlog backlog(World world, Positions positions, String binding, List<String> topics) {
        return new LogBacklog(world, positions, binding, topics);
    }
}
