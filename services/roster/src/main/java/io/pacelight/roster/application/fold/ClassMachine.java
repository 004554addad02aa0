package io.pacelight.roster.application.fold;

import io.pacelight.events.ClassChanged;
import io.pacelight.events.ClassTeacher;
import io.pacelight.events.Event;
import io.pacelight.kit.state.StateMachine;
import io.pacelight.kit.state.Step;
import io.pacelight.roster.domain.people.ClassChange;
import io.pacelight.roster.domain.people.ClassFact;
import io.pacelight.roster.domain.people.SchoolClass;
import java.util.List;
import java.util.Set;

/** A class absorbs what an import says of it and of its teachers. */
public final class ClassMachine implements StateMachine<SchoolClass, At<ClassChange>> {

    @Override
    public SchoolClass initial(String document) {
        return SchoolClass.unknown(DocumentId.parse(document).key());
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // what changes nothing gives back the state itself
    public Step<SchoolClass> apply(SchoolClass state, At<ClassChange> input) {
        String district = input.change().district();
        SchoolClass next = state.apply(input.change());
        return next == state
                ? Step.of(state)
                : new Step<>(next, Changed.between(told(district, state), told(district, next), input.time()));
    }

    @Override
    public Set<Class<? extends Event>> tells() {
        return Set.of(ClassChanged.class);
    }

    /** What the roster says of the class to other services; nothing while it was never described. */
    public static List<ClassChanged> told(String district, SchoolClass schoolClass) {
        ClassFact fact = schoolClass.fact();
        if (fact == null) {
            return List.of();
        }
        List<ClassTeacher> teachers = schoolClass.teachersInOrder().stream()
                .map(t -> new ClassTeacher(t.staff(), t.primary(), t.begin(), t.end()))
                .distinct()
                .toList();
        return List.of(new ClassChanged(
                district,
                schoolClass.sourcedId(),
                fact.title(),
                fact.course(),
                fact.school(),
                fact.terms(),
                fact.periods(),
                fact.room(),
                teachers,
                schoolClass.isActive()));
    }
}
