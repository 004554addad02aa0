package io.pacelight.roster.application.apply;

import io.pacelight.roster.domain.people.DemographicsFact;
import io.pacelight.roster.domain.people.EnrolmentFact;
import io.pacelight.roster.domain.people.PersonChange;
import io.pacelight.roster.domain.people.PersonChange.Parts;
import io.pacelight.roster.domain.people.PersonKeys;
import io.pacelight.roster.domain.people.RoleFact;
import io.pacelight.roster.domain.people.UserFact;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the rows of a package say of one person, while they are being gathered. */
final class PersonDraft {
    private @Nullable UserFact user;
    private boolean withdrawn;
    private List<String> agents = List.of();
    private final Set<String> linkedBy = new HashSet<>();
    private final Map<String, RoleFact> roles = new HashMap<>();
    private final Set<String> rolesGone = new HashSet<>();
    private boolean allRoles;
    private final Map<String, EnrolmentFact> enrolments = new HashMap<>();
    private final Set<String> enrolmentsGone = new HashSet<>();
    private @Nullable DemographicsFact demographics;
    private boolean demographicsGone;

    void user(UserFact fact, List<String> namedAgents) {
        user = fact;
        agents = namedAgents;
    }

    void withdraw() {
        withdrawn = true;
    }

    void linkedBy(String other) {
        linkedBy.add(other);
    }

    void role(String id, RoleFact fact) {
        roles.put(id, fact);
    }

    /** The roles gathered are all that the person has. */
    void hasAllRoles() {
        allRoles = true;
    }

    void roleGone(String id) {
        rolesGone.add(id);
    }

    void enrolment(String id, EnrolmentFact fact) {
        enrolments.put(id, fact);
    }

    void enrolmentGone(String id) {
        enrolmentsGone.add(id);
    }

    void demographics(@Nullable DemographicsFact fact) {
        demographics = fact;
        demographicsGone = fact == null;
    }

    boolean hasUserRow() {
        return user != null || withdrawn;
    }

    List<String> agents() {
        return agents;
    }

    Set<String> enrolmentIds() {
        return enrolments.keySet();
    }

    /** Adds everybody whose keys the change needs. */
    void addNamed(Collection<String> named) {
        named.addAll(agents);
        named.addAll(linkedBy);
    }

    /** Which tables are whole in the package. */
    record Whole(boolean users, boolean roles, boolean enrolments, boolean demographics) {}

    PersonChange change(String district, String sourcedId, Map<String, PersonKeys> keys, Whole whole) {
        Map<String, DemographicsFact> known = demographics == null ? Map.of() : Map.of(sourcedId, demographics);
        PersonKeys own = keys.get(sourcedId);
        if (own == null) {
            throw new IllegalStateException("no keys were issued");
        }
        return new PersonChange(
                district,
                own,
                user,
                withdrawn,
                user == null ? null : guardians(agents, keys),
                whole.users() ? Parts.all(guardians(linkedBy, keys)) : Parts.keep(),
                new Parts<>(whole.roles() || allRoles, roles, rolesGone),
                new Parts<>(whole.enrolments(), enrolments, enrolmentsGone),
                new Parts<>(whole.demographics(), known, demographicsGone ? Set.of(sourcedId) : Set.of()),
                Map.of());
    }

    private static Map<String, String> guardians(Collection<String> people, Map<String, PersonKeys> keys) {
        Map<String, String> guardianKeys = new HashMap<>();
        for (String person : people) {
            PersonKeys found = keys.get(person);
            if (found != null) {
                guardianKeys.put(person, found.guardian());
            }
        }
        return guardianKeys;
    }
}
