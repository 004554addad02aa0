package io.pacelight.roster.domain.people;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one import says of one person, part by part; parts it does not speak of stay as they are.
 *
 * @param district the district whose roster it is
 * @param keys the issued keys
 * @param user the new facts of the person, or null to keep them
 * @param withdrawn the person is no longer in the roster
 * @param agents who the person's own row names as agents (sourcedId to guardian key); null keeps them
 * @param linkedBy who names the person as agent: put these (a null key takes one away)
 */
public record PersonChange(
        String district,
        PersonKeys keys,
        @Nullable UserFact user,
        boolean withdrawn,
        @Nullable Map<String, String> agents,
        Parts<String> linkedBy,
        Parts<RoleFact> roles,
        Parts<EnrolmentFact> enrolments,
        Parts<DemographicsFact> demographics,
        Map<String, ClassPlace> places) {

    /**
     * Parts of one kind by their sourcedId.
     *
     * @param whole these are all there are; otherwise the others stay
     */
    public record Parts<T>(boolean whole, Map<String, T> put, Set<String> removed) {
        public Parts {
            put = Map.copyOf(put);
            removed = Set.copyOf(removed);
        }

        public static <T> Parts<T> keep() {
            return new Parts<>(false, Map.of(), Set.of());
        }

        public static <T> Parts<T> all(Map<String, T> put) {
            return new Parts<>(true, put, Set.of());
        }

        Map<String, T> over(Map<String, T> before) {
            if (!whole && put.isEmpty() && removed.isEmpty()) {
                return before;
            }
            Map<String, T> after = new TreeMap<>(whole ? Map.of() : before);
            after.putAll(put);
            after.keySet().removeAll(removed);
            return after;
        }
    }

    /** Takes the person out of the roster, or leaves the person in and only empties what the import is whole on. */
    public static PersonChange absent(
            String district,
            PersonKeys keys,
            boolean withdrawn,
            boolean noRoles,
            boolean noEnrolments,
            boolean noDemographics) {
        return new PersonChange(
                district,
                keys,
                null,
                withdrawn,
                withdrawn ? Map.of() : null,
                withdrawn ? Parts.all(Map.of()) : Parts.keep(),
                noRoles ? Parts.all(Map.of()) : Parts.keep(),
                noEnrolments ? Parts.all(Map.of()) : Parts.keep(),
                noDemographics ? Parts.all(Map.of()) : Parts.keep(),
                Map.of());
    }

    /** Only links or unlinks somebody who names the person as agent. */
    public static PersonChange link(
            String district, PersonKeys keys, Map<String, String> linked, Set<String> unlinked) {
        return new PersonChange(
                district,
                keys,
                null,
                false,
                null,
                new Parts<>(false, linked, unlinked),
                Parts.keep(),
                Parts.keep(),
                Parts.keep(),
                Map.of());
    }

    /** Only moves enrolments: to where their classes now are, and away where somebody else has them now. */
    public static PersonChange moved(
            String district, PersonKeys keys, Map<String, ClassPlace> places, Set<String> gone) {
        return new PersonChange(
                district,
                keys,
                null,
                false,
                null,
                Parts.keep(),
                Parts.keep(),
                new Parts<>(false, Map.of(), gone),
                Parts.keep(),
                places);
    }
}
