package io.pacelight.kit.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pacelight.events.Envelope;
import io.pacelight.kit.state.EventPublisher;
import io.pacelight.kit.state.InMemoryStates;
import io.pacelight.kit.state.StateFolder;
import io.pacelight.kit.state.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweeperTest {
    private static final InstantSource LATER = InstantSource.fixed(Instant.now().plus(Duration.ofMinutes(1)));

    private static final EventPublisher AWAY = events -> {
        throw new EventPublisher.NotPublished("too large", new IllegalStateException());
    };

    private static StateFolder<Tally, String> folder(InMemoryStates<Tally> states, EventPublisher publisher) {
        return new StateFolder<>("/pacelight/test", states, Tally.MACHINE, publisher);
    }

    /** A process that died before it had told anything. */
    private static InMemoryStates<Tally> leftBehind() {
        InMemoryStates<Tally> states = new InMemoryStates<>();
        folder(states, AWAY).command("d|1", "command", state -> Tally.MACHINE.apply(state, "left"));
        return states;
    }

    @Test
    void what_can_not_be_told_of_one_kind_of_documents_keeps_no_other_from_being_told() {
        List<Envelope<?>> topic = new ArrayList<>();
        Sweeper sweeper = new Sweeper(List.of(folder(leftBehind(), AWAY), folder(leftBehind(), topic::addAll)), LATER);
        assertThatThrownBy(sweeper::sweep).isInstanceOf(EventPublisher.NotPublished.class);
        assertThat(topic).hasSize(1);
    }
}
