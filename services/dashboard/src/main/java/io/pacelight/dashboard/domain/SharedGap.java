package io.pacelight.dashboard.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The competency on which most students who are behind work next: worth one small group instead of many conferences. */
public record SharedGap(ClassGrid.Competency competency, List<ClassGrid.Row> students) {

    private static final int LEAST = 3;

    public SharedGap {
        students = List.copyOf(students);
    }

    /** Students who have it next, are not at mastery and are not on pace; at least three, else there is no group. */
    public static Optional<SharedGap> in(ClassGrid grid) {
        return grid.competencies().stream()
                .map(c -> new SharedGap(c, behindOn(grid, c.code())))
                .filter(g -> g.students.size() >= LEAST)
                .max(Comparator.comparingInt(g -> g.students.size()));
    }

    private static List<ClassGrid.Row> behindOn(ClassGrid grid, String code) {
        return grid.students().stream()
                .filter(s -> s.pace() == Pace.WATCH || s.pace() == Pace.MISSED)
                .filter(s -> s.cell(code)
                        .filter(c -> c.next() && !c.state().mastered())
                        .isPresent())
                .toList();
    }
}
