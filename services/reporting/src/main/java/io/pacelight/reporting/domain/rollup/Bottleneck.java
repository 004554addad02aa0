package io.pacelight.reporting.domain.rollup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A competency on which a group is stuck: stuck of determinate (mastered or stuck), where enough are determinate to say so. */
public record Bottleneck(String competency, int stuck, int determinate, int indeterminate, Level level) {
    /** How bad it is. */
    public enum Level {
        OK,
        WATCH,
        SYSTEM
    }

    /** Determinate students without whom a school or district says nothing. */
    public static final int LEAST_IN_SCHOOL = 20;
    /** The same for a class. */
    public static final int LEAST_IN_CLASS = 10;

    private static final double WATCH_FROM = 0.5;
    private static final double SYSTEM_FROM = 0.8;

    public double share() {
        return (double) stuck / determinate;
    }

    /** The competencies with at least {@code least} determinate students, the most stuck first. */
    public static List<Bottleneck> among(Map<String, CompetencyTally> tallies, int least) {
        List<Bottleneck> all = new ArrayList<>();
        tallies.forEach((competency, tally) -> {
            if (tally.determinate() >= Math.max(1, least))
                all.add(new Bottleneck(
                        competency,
                        tally.stuck(),
                        tally.determinate(),
                        tally.indeterminate(),
                        level((double) tally.stuck() / tally.determinate())));
        });
        all.sort(Comparator.comparingDouble(Bottleneck::share)
                .thenComparingInt(Bottleneck::determinate)
                .reversed()
                .thenComparing(Bottleneck::competency));
        return all;
    }

    private static Level level(double share) {
        if (share >= SYSTEM_FROM) return Level.SYSTEM;
        return share >= WATCH_FROM ? Level.WATCH : Level.OK;
    }
}
