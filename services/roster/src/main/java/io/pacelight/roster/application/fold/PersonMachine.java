package io.pacelight.roster.application.fold;

import io.pacelight.events.Enrolment;
import io.pacelight.events.Event;
import io.pacelight.events.PersonChanged;
import io.pacelight.events.PersonKind;
import io.pacelight.events.StaffChanged;
import io.pacelight.events.StaffRole;
import io.pacelight.events.StudentChanged;
import io.pacelight.kit.state.StateMachine;
import io.pacelight.kit.state.Step;
import io.pacelight.roster.domain.people.EnrolmentFact;
import io.pacelight.roster.domain.people.Person;
import io.pacelight.roster.domain.people.PersonChange;
import io.pacelight.roster.domain.people.PersonKeys;
import io.pacelight.roster.domain.people.UserFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/** A person absorbs what an import says and tells it once for each part the person plays. */
public final class PersonMachine implements StateMachine<Person, At<PersonChange>> {

    @Override
    public Person initial(String document) {
        return Person.unknown(DocumentId.parse(document).key());
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // what changes nothing gives back the state itself
    public Step<Person> apply(Person state, At<PersonChange> input) {
        String district = input.change().district();
        Person next = state.apply(input.change());
        return next == state
                ? Step.of(state)
                : new Step<>(next, Changed.between(told(district, state), told(district, next), input.time()));
    }

    @Override
    public Set<Class<? extends Event>> tells() {
        return Set.of(PersonChanged.class, StudentChanged.class, StaffChanged.class);
    }

    /** What the roster says of the person to other services; nothing while the person is only named by others. */
    public static List<Event> told(String district, Person person) {
        PersonKeys keys = person.keys();
        UserFact user = person.user();
        List<Event> events = new ArrayList<>();
        if (keys == null || user == null) {
            return events;
        }
        if (person.everStudent()) {
            events.add(named(district, keys.student(), PersonKind.STUDENT, person, user, person.isStudent()));
            events.add(student(district, keys.student(), person, user));
        }
        if (person.everStaff()) {
            boolean active = person.isStaff() && user.enabled();
            events.add(named(district, keys.staff(), PersonKind.STAFF, person, user, active));
            events.add(new StaffChanged(district, keys.staff(), user.username(), staffRoles(person), active));
        }
        if (person.everGuardian()) {
            boolean active = person.isGuardian() && user.enabled();
            events.add(named(district, keys.guardian(), PersonKind.GUARDIAN, person, user, active));
        }
        return events;
    }

    private static PersonChanged named(
            String district, String key, PersonKind kind, Person person, UserFact user, boolean active) {
        return new PersonChanged(
                district,
                key,
                kind,
                person.sourcedId(),
                user.username(),
                user.shownGivenName(),
                user.shownFamilyName(),
                user.email(),
                active);
    }

    private static StudentChanged student(String district, String key, Person person, UserFact user) {
        List<Enrolment> enrolments = person.enrolments().values().stream()
                .filter(EnrolmentFact::isStudent)
                .map(e -> new Enrolment(e.classId(), e.course(), e.school(), e.begin(), e.end()))
                .distinct()
                .sorted(Comparator.comparing(Enrolment::classId).thenComparing(e -> String.valueOf(e.begin())))
                .toList();
        SortedSet<String> schools = person.schoolsAsStudent();
        if (schools.isEmpty()) {
            person.roles().values().stream().filter(r -> r.isStudent()).forEach(r -> schools.add(r.org()));
        }
        return new StudentChanged(
                district,
                key,
                user.grades(),
                List.copyOf(schools),
                enrolments,
                List.copyOf(person.guardianKeys()),
                person.isStudent());
    }

    private static List<StaffRole> staffRoles(Person person) {
        return person.roles().values().stream()
                .filter(role -> role.isStaff())
                .map(role -> new StaffRole(role.role(), role.org()))
                .distinct()
                .sorted(Comparator.comparing(StaffRole::role).thenComparing(StaffRole::org))
                .toList();
    }
}
