package io.pacelight.reporting.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which attempts of a student were recorded and which were voided, eight bytes an id: 64-bit FNV-1a hashes. A student
 * makes some hundreds of attempts a year, so two sharing a hash is a matter of one in 10^14, and the ledger can be kept
 * whole: it is what makes its numbers exact however often an attempt is delivered. Rows of one sitting are judged as one
 * piece of evidence, so each attempt is kept with its piece.
 */
public final class AttemptLedger {
    public static final AttemptLedger EMPTY = new AttemptLedger(new long[0], new long[0], new long[0]);

    private final long[] attempts;
    private final long[] pieces;
    private final long[] voided;

    private AttemptLedger(long[] attempts, long[] pieces, long[] voided) {
        this.attempts = attempts;
        this.pieces = pieces;
        this.voided = voided;
    }

    /** The ledger that {@link #attempts()}, {@link #pieces()} and {@link #voided()} described. */
    public static AttemptLedger of(long[] attempts, long[] pieces, long[] voided) {
        if (attempts.length != pieces.length)
            throw new IllegalArgumentException(attempts.length + " attempts of " + pieces.length + " pieces");
        return new AttemptLedger(attempts.clone(), pieces.clone(), voided.clone());
    }

    /** This ledger with attempts (id to the name of the piece each belongs to) and voids; itself if all were known. */
    AttemptLedger with(Map<String, String> recorded, Collection<String> voids) {
        TreeMap<Long, Long> all = null;
        for (Map.Entry<String, String> attempt : recorded.entrySet()) {
            long hash = hash(attempt.getKey());
            if (Arrays.binarySearch(attempts, hash) >= 0) continue;
            if (all == null) {
                all = new TreeMap<>();
                for (int i = 0; i < attempts.length; i++) all.put(attempts[i], pieces[i]);
            }
            all.put(hash, hash(attempt.getValue()));
        }
        long[] gone = with(voided, voids);
        if (all == null) return gone.length == voided.length ? this : new AttemptLedger(attempts, pieces, gone);
        return new AttemptLedger(
                all.keySet().stream().mapToLong(Long::longValue).toArray(),
                all.values().stream().mapToLong(Long::longValue).toArray(),
                gone);
    }

    /** Attempts that are recorded and not voided. */
    public int countAttempts() {
        return (int) Arrays.stream(attempts).filter(this::counts).count();
    }

    /** Pieces of evidence that these make. */
    public int countPieces() {
        long[] left = new long[attempts.length];
        int count = 0;
        for (int i = 0; i < attempts.length; i++) if (counts(attempts[i])) left[count++] = pieces[i];
        return (int) Arrays.stream(left, 0, count).distinct().count();
    }

    /** Hashes of the attempts, ascending, to be stored. */
    public long[] attempts() {
        return attempts.clone();
    }

    /** Hashes of their pieces in the same order. */
    public long[] pieces() {
        return pieces.clone();
    }

    /** Hashes of the voided attempts, ascending. */
    public long[] voided() {
        return voided.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AttemptLedger that
                && Arrays.equals(attempts, that.attempts)
                && Arrays.equals(pieces, that.pieces)
                && Arrays.equals(voided, that.voided);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(attempts) * 31 + Arrays.hashCode(voided);
    }

    @Override
    public String toString() {
        return attempts.length + " attempts, " + voided.length + " voided";
    }

    private boolean counts(long attempt) {
        return Arrays.binarySearch(voided, attempt) < 0;
    }

    private static long[] with(long[] set, Collection<String> ids) {
        if (ids.isEmpty()) return set;
        return Arrays.stream(new long[][] {
                    set, ids.stream().mapToLong(AttemptLedger::hash).toArray()
                })
                .flatMapToLong(Arrays::stream)
                .sorted()
                .distinct()
                .toArray();
    }

    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ (text.charAt(i) & 0xff)) * 0x100000001b3L;
            hash = (hash ^ (text.charAt(i) >>> 8)) * 0x100000001b3L;
        }
        return hash;
    }
}
