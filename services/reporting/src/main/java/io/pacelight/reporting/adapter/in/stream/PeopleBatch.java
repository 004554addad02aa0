package io.pacelight.reporting.adapter.in.stream;

import io.pacelight.events.PersonChanged;
import io.pacelight.kit.state.Input;
import io.pacelight.kit.stream.Received;
import io.pacelight.reporting.application.Person;
import java.util.List;

/** Routes roster's people to the one collection that holds names. */
public final class PeopleBatch {
    private PeopleBatch() {}

    public static List<Input<Person>> route(Received received) {
        if (!(received.event() instanceof PersonChanged changed)) return List.of();
        Person person = new Person(
                changed.person(),
                changed.kind().name(),
                changed.username(),
                changed.givenName(),
                changed.familyName(),
                changed.active(),
                received.envelope().sequence());
        return List.of(new Input<>(changed.key(), received.envelope().id(), null, person));
    }
}
