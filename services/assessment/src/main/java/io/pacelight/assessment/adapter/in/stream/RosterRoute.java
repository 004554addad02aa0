package io.pacelight.assessment.adapter.in.stream;

import io.pacelight.assessment.application.StudentMachine;
import io.pacelight.assessment.application.StudentMachine.Fact;
import io.pacelight.events.Keys;
import io.pacelight.events.PersonChanged;
import io.pacelight.events.PersonKind;
import io.pacelight.events.StudentChanged;
import io.pacelight.kit.state.Input;
import io.pacelight.kit.state.Mark;
import io.pacelight.kit.stream.Received;
import java.util.List;
import java.util.function.Function;

/** Which student a roster event is about; staff and guardians are nobody's evidence. */
public final class RosterRoute implements Function<Received, List<Input<Fact>>> {
    @Override
    public List<Input<Fact>> apply(Received received) {
        return switch (received.event()) {
            case PersonChanged person
            when person.kind() == PersonKind.STUDENT ->
                input(received, Keys.of(person.district(), person.person()), new StudentMachine.Person(person));
            case StudentChanged student -> input(received, student.key(), new StudentMachine.Belonging(student));
            default -> List.of();
        };
    }

    private static List<Input<Fact>> input(Received received, String document, Fact fact) {
        String source = received.envelope().type() + ' ' + received.envelope().subject();
        return List.of(new Input<>(
                document,
                received.envelope().id(),
                new Mark(source, received.envelope().sequence()),
                fact));
    }
}
