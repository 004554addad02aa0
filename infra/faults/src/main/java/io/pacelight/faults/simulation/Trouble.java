package io.pacelight.faults.simulation;

/**
 * How probable each trouble is at each of its occasions. Every seed draws its own mixture, often with some of them left
 * out: a run in which everything fails all the time never gets anywhere interesting.
 */
record Trouble(
        double crash,
        double eviction,
        double loadFails,
        double saveFails,
        double publishFails,
        double commitLost,
        double compaction,
        int instances,
        int longestOutage,
        int mostAtOnce) {
    static Trouble drawn(Chance chance) {
        return new Trouble(
                chance.oneOf(0, 0.002, 0.008, 0.02),
                chance.oneOf(0, 0.002, 0.01),
                chance.oneOf(0, 0.02),
                chance.oneOf(0, 0.05, 0.15),
                chance.oneOf(0, 0.02, 0.08),
                chance.oneOf(0, 0.1),
                chance.oneOf(0, 0.01, 0.05),
                chance.between(1, 2),
                (int) chance.oneOf(20, 200, 1_500),
                (int) chance.oneOf(1, 4, 30));
    }
}
