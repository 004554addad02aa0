package io.pacelight.roster.domain.people;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One class and who teaches it.
 *
 * @param fact null while the class was never described
 * @param teachers by the sourcedId of their enrolment
 */
public record SchoolClass(
        String sourcedId, @Nullable ClassFact fact, boolean withdrawn, SortedMap<String, Teaching> teachers) {
    public SchoolClass {
        teachers = Collections.unmodifiableSortedMap(teachers);
    }

    /** A class of which nothing is known. */
    public static SchoolClass unknown(String sourcedId) {
        return new SchoolClass(sourcedId, null, false, Collections.emptySortedMap());
    }

    /** The class after the change; the very same object when the change says nothing new. */
    public SchoolClass apply(ClassChange change) {
        SchoolClass after = new SchoolClass(
                sourcedId,
                change.fact() == null ? fact : change.fact(),
                change.withdrawn() || (withdrawn && change.fact() == null),
                new TreeMap<>(change.teachers().over(teachers)));
        return after.equals(this) ? this : after;
    }

    public boolean isActive() {
        return fact != null && !withdrawn;
    }

    /** The teachers, primary ones first, then by key and first day; who teaches alone is primary. */
    public List<Teaching> teachersInOrder() {
        List<Teaching> list = teachers.values().stream()
                .sorted(Comparator.comparing(Teaching::primary)
                        .reversed()
                        .thenComparing(Teaching::staff)
                        .thenComparing(t -> String.valueOf(t.begin())))
                .toList();
        if (list.size() == 1 && !list.getFirst().primary()) {
            Teaching only = list.getFirst();
            return List.of(new Teaching(only.staff(), true, only.begin(), only.end()));
        }
        return list;
    }
}
