package io.pacelight.simulator.school;

import io.pacelight.simulator.random.Draw;
import io.pacelight.simulator.random.Topic;

/** Who is away when: most students a few days a year, some (8 %) often; an absence lasts one to three school days. */
public final class Absences {
    private static final double USUAL = 0.02;
    private static final double FREQUENT = 0.075;
    private static final double FREQUENT_SHARE = 0.08;

    private final long seed;

    public Absences(long seed) {
        this.seed = seed;
    }

    /** Whether the student misses the whole of the school day (its index among the meeting days). */
    public boolean isAbsent(int student, int day) {
        double rate = Draw.share(Topic.ABSENCE, seed, student, -1) < FREQUENT_SHARE ? FREQUENT : USUAL;
        for (int ago = 0; ago < 3; ago++) {
            long drawn = Draw.hash(Topic.ABSENCE, seed, student, day - ago + 3L);
            boolean starts = (drawn >>> 11) * 0x1.0p-53 < rate;
            if (starts && Math.floorMod(drawn, 3) >= ago) return true;
        }
        return false;
    }
}
