package io.pacelight.roster.domain.people;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One person with all that the roster's tables say of them.
 *
 * @param keys null while nothing is known
 * @param user null while the person was only named by others
 * @param withdrawn no longer in the roster; the facts stay as they were last known
 * @param agents who the person's own row names (sourcedId to guardian key)
 * @param linkedBy who names the person (sourcedId to guardian key)
 * @param everStudent was a student once, so that what went out as one can be taken back
 */
public record Person(
        String sourcedId,
        @Nullable PersonKeys keys,
        @Nullable UserFact user,
        boolean withdrawn,
        SortedMap<String, String> agents,
        SortedMap<String, String> linkedBy,
        SortedMap<String, RoleFact> roles,
        SortedMap<String, EnrolmentFact> enrolments,
        @Nullable DemographicsFact demographics,
        boolean everStudent,
        boolean everStaff,
        boolean everGuardian) {
    private static final SortedMap<String, String> NOBODY = Collections.emptySortedMap();

    public Person {
        agents = Collections.unmodifiableSortedMap(agents);
        linkedBy = Collections.unmodifiableSortedMap(linkedBy);
        roles = Collections.unmodifiableSortedMap(roles);
        enrolments = Collections.unmodifiableSortedMap(enrolments);
    }

    /** Somebody of whom nothing is known. */
    public static Person unknown(String sourcedId) {
        return new Person(
                sourcedId,
                null,
                null,
                false,
                NOBODY,
                NOBODY,
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                null,
                false,
                false,
                false);
    }

    /** The person after the change; the very same object when the change says nothing new. */
    public Person apply(PersonChange change) {
        boolean gone = change.withdrawn() || (withdrawn && change.user() == null);
        Map<String, EnrolmentFact> newEnrolments =
                new TreeMap<>(change.enrolments().over(enrolments));
        if (!change.places().isEmpty()) {
            newEnrolments.replaceAll((id, enrolment) -> {
                ClassPlace place = change.places().get(enrolment.classId());
                return place == null ? enrolment : enrolment.at(place);
            });
        }
        Map<String, DemographicsFact> known = demographics == null ? Map.of() : Map.of(sourcedId, demographics);
        Map<String, String> newAgents = change.agents();
        Person after = new Person(
                sourcedId,
                change.keys(),
                change.user() == null ? user : change.user(),
                gone,
                newAgents == null ? agents : new TreeMap<>(newAgents),
                new TreeMap<>(change.linkedBy().over(linkedBy)),
                new TreeMap<>(change.roles().over(roles)),
                new TreeMap<>(newEnrolments),
                change.demographics().over(known).get(sourcedId),
                everStudent,
                everStaff,
                everGuardian);
        Person settled = after.remembering();
        return settled.equals(this) ? this : settled;
    }

    private Person remembering() {
        return new Person(
                sourcedId,
                keys,
                user,
                withdrawn,
                agents,
                linkedBy,
                roles,
                enrolments,
                demographics,
                everStudent || isStudent(),
                everStaff || isStaff(),
                everGuardian || isGuardian());
    }

    public boolean isKnown() {
        return user != null && keys != null;
    }

    public boolean isStudent() {
        return isHere()
                && (roles.values().stream().anyMatch(RoleFact::isStudent)
                        || enrolments.values().stream().anyMatch(EnrolmentFact::isStudent));
    }

    public boolean isStaff() {
        return isHere()
                && (roles.values().stream().anyMatch(RoleFact::isStaff)
                        || enrolments.values().stream().anyMatch(EnrolmentFact::isTeacher));
    }

    public boolean isGuardian() {
        return isHere() && roles.values().stream().anyMatch(RoleFact::isFamily);
    }

    private boolean isHere() {
        return user != null && !withdrawn;
    }

    /** Keys of those who are linked to the person in either direction. */
    public SortedSet<String> guardianKeys() {
        SortedSet<String> keysOfLinked = new TreeSet<>(agents.values());
        keysOfLinked.addAll(linkedBy.values());
        return keysOfLinked;
    }

    /** Schools of the person's classes as a student. */
    public SortedSet<String> schoolsAsStudent() {
        SortedSet<String> schools = new TreeSet<>();
        enrolments.values().stream().filter(EnrolmentFact::isStudent).forEach(e -> schools.add(e.school()));
        return schools;
    }
}
