package io.pacelight.simulator.curriculum;

import io.pacelight.simulator.random.Draw;
import io.pacelight.simulator.random.Topic;
import java.util.List;
import java.util.stream.IntStream;

/** The class minutes that each competency of a course should take in one class, one after the other. */
public record PacingPlan(List<Target> targets) {
    private static final int ROUND_TO = 5;
    private static final int VARIANTS = 3;

    public PacingPlan {
        targets = List.copyOf(targets);
    }

    /** Minutes for one competency, counted from the end of the one before. */
    public record Target(String competency, int minutes) {}

    /** The plan of a class: teachers plan a little faster or slower than each other, and hard competencies longer. */
    public static PacingPlan of(Course course, long seed, int section) {
        double leisure = 0.96 + 0.04 * Draw.about(Topic.CLASS, seed, section).below(VARIANTS);
        return new PacingPlan(course.competencies().stream()
                .map(competency -> new Target(competency.code(), minutes(competency, leisure)))
                .toList());
    }

    /** How many competencies should be mastered after so many minutes of class. */
    public int due(int minutes) {
        int sum = 0;
        int due = 0;
        for (Target target : targets) {
            sum += target.minutes();
            if (sum > minutes) break;
            due++;
        }
        return due;
    }

    /** The minutes of class after which the competency at each place is due. */
    public int[] deadlines() {
        int[] minutes = targets.stream().mapToInt(Target::minutes).toArray();
        return IntStream.range(0, minutes.length)
                .map(place ->
                        IntStream.rangeClosed(0, place).map(i -> minutes[i]).sum())
                .toArray();
    }

    private static int minutes(Competency competency, double leisure) {
        int usual = 350 + 75 * competency.effort() - 50;
        return ((int) (usual * leisure / ROUND_TO)) * ROUND_TO;
    }
}
