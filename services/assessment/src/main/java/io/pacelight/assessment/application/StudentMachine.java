package io.pacelight.assessment.application;

import io.pacelight.events.PersonChanged;
import io.pacelight.events.StudentChanged;
import io.pacelight.kit.state.StateMachine;
import io.pacelight.kit.state.Step;
import java.util.List;

/** Keeps the latest of what roster says about a student. */
public final class StudentMachine implements StateMachine<KnownStudent, StudentMachine.Fact> {
    /** Where a fact about a student comes from. */
    public sealed interface Fact {}

    /** Who it is. */
    public record Person(PersonChanged event) implements Fact {}

    /** Where the student belongs. */
    public record Belonging(StudentChanged event) implements Fact {}

    @Override
    public KnownStudent initial(String document) {
        return KnownStudent.unheardOf(document.substring(document.indexOf('|') + 1));
    }

    @Override
    public Step<KnownStudent> apply(KnownStudent state, Fact fact) {
        return Step.of(
                switch (fact) {
                    case Person(PersonChanged person) ->
                        new KnownStudent(
                                state.key(), person.sourcedId(), state.schools(), state.places(), state.active());
                    case Belonging(StudentChanged student) ->
                        new KnownStudent(
                                state.key(), state.sourcedId(), student.schools(), places(student), student.active());
                });
    }

    private static List<KnownStudent.Place> places(StudentChanged student) {
        return student.enrolments().stream()
                .map(e -> new KnownStudent.Place(e.classId(), e.begin(), e.end()))
                .toList();
    }
}
