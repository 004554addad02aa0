package io.pacelight.simulator.curriculum;

import io.pacelight.simulator.words.WordLists;
import java.util.ArrayList;
import java.util.List;

/** The district's competencies, what each needs before it, and the courses that teach them: grades 6 to 9, mathematics and English. */
public final class CompetencyMap {
    public static final int FIRST_GRADE = 6;
    public static final int LAST_GRADE = 9;

    private static final int DIAGNOSED = 6;

    private final List<Course> courses;
    private final List<Prerequisite> prerequisites;

    private CompetencyMap(List<Course> courses, List<Prerequisite> prerequisites) {
        this.courses = courses;
        this.prerequisites = prerequisites;
    }

    /** {@code from} is needed for {@code to}. */
    public record Prerequisite(String from, String to, String kind) {}

    /** The map that all simulated districts share. */
    public static CompetencyMap load() {
        List<Course> courses = new ArrayList<>();
        List<Course.Unit> units = new ArrayList<>();
        List<Competency> competencies = new ArrayList<>();
        List<List<String>> lines = WordLists.read("competencies.txt", '|');
        List<String> unit = lines.getFirst();
        for (List<String> line : lines) {
            if (line.size() == 3) {
                unit = line;
                continue;
            }
            String code = line.get(0);
            int place = units.size() * Course.PER_UNIT + competencies.size();
            competencies.add(new Competency(
                    code,
                    line.get(1),
                    line.get(2),
                    line.get(3),
                    code.charAt(1) - '0',
                    unit.get(2),
                    place,
                    Integer.parseInt(line.get(4))));
            if (competencies.size() < Course.PER_UNIT) continue;
            units.add(new Course.Unit(unit.get(1), List.copyOf(competencies)));
            competencies.clear();
            if (units.size() * Course.PER_UNIT < Course.COMPETENCIES) continue;
            courses.add(new Course(
                    courses.size(), code.substring(0, 2), Subject.of(code), code.charAt(1) - '0', List.copyOf(units)));
            units.clear();
        }
        List<Prerequisite> prerequisites = WordLists.read("prerequisites.txt", '|').stream()
                .map(line -> new Prerequisite(line.get(0), line.get(1), line.get(2)))
                .toList();
        return new CompetencyMap(List.copyOf(courses), prerequisites);
    }

    public List<Course> courses() {
        return courses;
    }

    public Course course(Subject subject, int grade) {
        return courses.stream()
                .filter(course -> course.subject() == subject && course.grade() == grade)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no " + subject + " in grade " + grade + "."));
    }

    public List<Prerequisite> prerequisites() {
        return prerequisites;
    }

    /** What a course builds on from earlier grades and asks about in its first week: six codes at most, in the order of need. */
    public List<String> diagnosedIn(Course course) {
        return prerequisites.stream()
                .filter(edge ->
                        edge.to().startsWith(course.code()) && !edge.from().startsWith(course.code()))
                .map(Prerequisite::from)
                .distinct()
                .limit(DIAGNOSED)
                .toList();
    }
}
