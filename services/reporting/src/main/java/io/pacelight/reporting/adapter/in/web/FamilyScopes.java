package io.pacelight.reporting.adapter.in.web;

import io.pacelight.events.PersonKind;
import io.pacelight.kit.security.AccessScope;
import io.pacelight.kit.security.ScopeSource;
import io.pacelight.reporting.application.People;
import io.pacelight.reporting.application.Person;
import io.pacelight.reporting.application.Students;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Students see themselves and guardians the children whom the roster links to them. */
public final class FamilyScopes implements ScopeSource {
    private final People people;
    private final Students students;

    public FamilyScopes(People people, Students students) {
        this.people = people;
        this.students = students;
    }

    @Override
    public Optional<Known> find(String district, String username, Instant now) {
        return people.withUsername(district, username)
                .filter(Person::active)
                .flatMap(person -> switch (PersonKind.valueOf(person.kind())) {
                    case STUDENT -> Optional.of(known(district, person, "student", Set.of(person.key())));
                    case GUARDIAN ->
                        Optional.of(known(
                                district,
                                person,
                                "guardian",
                                new HashSet<>(students.childrenOf(district, person.key()))));
                    case STAFF -> Optional.empty();
                });
    }

    private static Known known(String district, Person person, String role, Set<String> students) {
        return new Known(person.key(), Set.of(role), new AccessScope(district, false, Set.of(), Set.of(), students));
    }
}
