package io.pacelight.simulator.school;

import java.util.ArrayList;
import java.util.List;

/** A school whose students are a run of the district's student numbers, grade after grade, cohort after cohort. */
public record School(int number, String id, String name, boolean high, int firstStudent, int students, int start) {
    /** No section has more students; most have a few less. */
    public static final int LARGEST_SECTION = 28;

    /** The grades taught, lowest first. */
    public List<Integer> grades() {
        return high ? List.of(9) : List.of(6, 7, 8);
    }

    /** The groups that have their lessons together, in student order. */
    public List<Cohort> cohorts() {
        List<Cohort> cohorts = new ArrayList<>();
        int gradeCount = grades().size();
        for (int g = 0; g < gradeCount; g++) {
            int from = boundary(firstStudent, students, g, gradeCount);
            int size = boundary(firstStudent, students, g + 1, gradeCount) - from;
            int parts = Math.max(1, (size + LARGEST_SECTION - 1) / LARGEST_SECTION);
            for (int part = 0; part < parts; part++) {
                int first = boundary(from, size, part, parts);
                int next = boundary(from, size, part + 1, parts);
                cohorts.add(new Cohort(grades().get(g), part + 1, first, next - first));
            }
        }
        return List.copyOf(cohorts);
    }

    /** The grade of one of the school's students. */
    public int gradeOf(int student) {
        int gradeCount = grades().size();
        int g = 0;
        while (student >= boundary(firstStudent, students, g + 1, gradeCount)) g++;
        return grades().get(g);
    }

    private static int boundary(int first, int size, int part, int parts) {
        return first + (int) ((long) size * part / parts);
    }

    /** Students {@code first} to {@code first + size - 1}, numbered within their grade. */
    public record Cohort(int grade, int number, int first, int size) {}
}
