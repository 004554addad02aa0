package io.pacelight.faults.simulation;

import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The one source of everything that could have gone otherwise. The same seed gives the same answers in the same order. */
final class Chance {
    private final Random random;

    Chance(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    boolean happens(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }

    /** A whole number from {@code least} to {@code most}, both inclusive. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T oneOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    double oneOf(double... things) {
        return things[random.nextInt(things.length)];
    }

    void shuffle(List<?> things) {
        Collections.shuffle(things, random);
    }
}
