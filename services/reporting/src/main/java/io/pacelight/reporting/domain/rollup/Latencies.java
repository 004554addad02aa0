package io.pacelight.reporting.domain.rollup;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A histogram of durations: four cells to each doubling, so a quantile is right within a fifth. */
public final class Latencies {
    private static final int PER_DOUBLING = 4;
    /** Cells up to 2^25 ms, some nine hours. */
    public static final int CELLS = 25 * PER_DOUBLING + 1;

    private final long[] counts;

    private Latencies(long[] counts) {
        this.counts = counts;
    }

    public static Latencies none() {
        return new Latencies(new long[CELLS]);
    }

    /** The histogram that {@link #counts()} described. */
    public static Latencies of(long[] counts) {
        return new Latencies(Arrays.copyOf(counts, CELLS));
    }

    public Latencies with(long millis) {
        long[] more = counts.clone();
        more[cell(millis)]++;
        return new Latencies(more);
    }

    public Latencies plus(Latencies other) {
        long[] sum = counts.clone();
        for (int i = 0; i < CELLS; i++) sum[i] += other.counts[i];
        return new Latencies(sum);
    }

    /** Milliseconds within which the share {@code quantile} lay; none without a duration. */
    public @Nullable Long quantile(double quantile) {
        long total = Arrays.stream(counts).sum();
        if (total == 0) return null;
        long rank = Math.max(1, (long) Math.ceil(quantile * total));
        long seen = 0;
        for (int i = 0; i < CELLS; i++) {
            seen += counts[i];
            if (seen >= rank) return Math.round(Math.pow(2, (double) i / PER_DOUBLING));
        }
        throw new IllegalStateException("a quantile beyond all durations: " + quantile);
    }

    public long[] counts() {
        return counts.clone();
    }

    private static int cell(long millis) {
        if (millis <= 1) return 0;
        return (int) Math.min(CELLS - 1, Math.ceil(PER_DOUBLING * Math.log((double) millis) / Math.log(2)));
    }
}
