package io.pacelight.kit.security;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What somebody may see, as a filter that every query passes through. Whatever lies outside answers as if it were
 * not there.
 *
 * @param wholeDistrict everything of the district
 * @param schools ids of schools seen whole
 * @param classes ids of classes seen whole, those of today
 * @param students keys of single students: oneself, linked children, a caseload
 */
public record AccessScope(
        String district, boolean wholeDistrict, Set<String> schools, Set<String> classes, Set<String> students) {
    public AccessScope {
        schools = Set.copyOf(schools);
        classes = Set.copyOf(classes);
        students = Set.copyOf(students);
    }

    public static AccessScope nothing(String district) {
        return new AccessScope(district, false, Set.of(), Set.of(), Set.of());
    }

    public static AccessScope everything(String district) {
        return new AccessScope(district, true, Set.of(), Set.of(), Set.of());
    }

    /** Whether there is anything to see at all. */
    public boolean seesAnybody() {
        return wholeDistrict || !schools.isEmpty() || !classes.isEmpty() || !students.isEmpty();
    }

    public boolean seesClass(String classId, String school) {
        return wholeDistrict || classes.contains(classId) || schools.contains(school);
    }

    public boolean seesSchool(String school) {
        return wholeDistrict || schools.contains(school);
    }

    /** @param inClasses and inSchools where the student is enrolled today */
    public boolean seesStudent(String student, Collection<String> inClasses, Collection<String> inSchools) {
        return wholeDistrict
                || students.contains(student)
                || inClasses.stream().anyMatch(classes::contains)
                || inSchools.stream().anyMatch(schools::contains);
    }

    public AccessScope and(AccessScope other) {
        return new AccessScope(
                district,
                wholeDistrict || other.wholeDistrict,
                union(schools, other.schools),
                union(classes, other.classes),
                union(students, other.students));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }
}
