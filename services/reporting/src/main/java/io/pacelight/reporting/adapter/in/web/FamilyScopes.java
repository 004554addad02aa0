package io.pacelight.reporting.adapter.in.web;

import io.pacelight.events.PersonKind;
import io.pacelight.kit.security.AccessScope;
import io.pacelight.kit.security.ScopeSource;
import io.pacelight.reporting.application.People;
import io.pacelight.reporting.application.Person;
import io.pacelight.reporting.application.Students;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Students see themselves and guardians the children whom the roster links to them. A username that two of them share is
 * nobody's, and whoever is staff as well comes as staff.
 */
public final class FamilyScopes implements ScopeSource {
    private final People people;
    private final Students students;

    public FamilyScopes(People people, Students students) {
        this.people = people;
        this.students = students;
    }

    @Override
    public Optional<Known> find(String district, String username, Instant now) {
        List<Person> holders = people.withUsername(district, username);
        if (holders.size() != 1) return Optional.empty();
        Person person = holders.getFirst();
        return switch (PersonKind.valueOf(person.kind())) {
            case STUDENT -> Optional.of(known(district, person, "student", Set.of(person.key())));
            case GUARDIAN ->
                Optional.of(known(
                        district, person, "guardian", new HashSet<>(students.childrenOf(district, person.key()))));
            case STAFF -> Optional.empty();
        };
    }

    private static Known known(String district, Person person, String role, Set<String> students) {
        return new Known(person.key(), Set.of(role), new AccessScope(district, false, Set.of(), Set.of(), students));
    }
}
