package io.pacelight.simulator.random;

import java.util.List;

/** The draws of one entity: the same seed, topic and entity give the same sequence wherever and whenever it is asked. */
public final class Draw {
    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    private Draw(long state) {
        this.state = state;
    }

    /** Draws about {@code entity}. */
    public static Draw about(Topic topic, long seed, long entity) {
        return new Draw(hash(topic, seed, entity, 0));
    }

    /** Draws about {@code entity} at {@code occasion}, a day for example. */
    public static Draw about(Topic topic, long seed, long entity, long occasion) {
        return new Draw(hash(topic, seed, entity, occasion));
    }

    /** One number for an entity and an occasion, evenly spread over all 64 bits. */
    public static long hash(Topic topic, long seed, long entity, long occasion) {
        return mix(mix(mix(seed + topic.salt) + entity * STEP) + occasion * STEP);
    }

    /** The first draw of an entity and occasion as a share of one, without an object. */
    public static double share(Topic topic, long seed, long entity, long occasion) {
        return (hash(topic, seed, entity, occasion) >>> 11) * UNIT;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private long next() {
        state += STEP;
        return mix(state);
    }

    /** A number from 0 (inclusive) to 1 (exclusive). */
    public double share() {
        return (next() >>> 11) * UNIT;
    }

    /** A number from {@code low} to {@code high}. */
    public double between(double low, double high) {
        return low + share() * (high - low);
    }

    /** A bell-shaped number around 1 whose standard deviation is {@code spread}, never further away than three of them. */
    public double around(double spread) {
        double sum = share() + share() + share() + share();
        return 1 + (sum - 2) * spread * 1.7320508075688772;
    }

    /** A whole number from 0 (inclusive) to {@code bound} (exclusive). */
    public int below(int bound) {
        return (int) ((next() >>> 33) % bound);
    }

    /** True with the given probability. */
    public boolean chance(double probability) {
        return share() < probability;
    }

    /** One of the choices. */
    public <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }
}
