package io.pacelight.reporting.domain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A set of attempt ids, eight bytes each: the sorted 64-bit FNV-1a hashes. A student makes some hundreds of attempts a
 * year, so two of them sharing a hash is a matter of one in 10^14, and the set can be kept whole: it is what makes the
 * number of attempts exact however often they are delivered.
 */
public final class AttemptSet {
    public static final AttemptSet EMPTY = new AttemptSet(new long[0]);

    private final long[] hashes;

    private AttemptSet(long[] hashes) {
        this.hashes = hashes;
    }

    /** The set that {@link #hashes()} described. */
    public static AttemptSet ofHashes(long[] hashes) {
        long[] sorted = hashes.clone();
        Arrays.sort(sorted);
        return new AttemptSet(sorted);
    }

    /** This set and the ids; the same object if all were there. */
    public AttemptSet with(Collection<String> ids) {
        long[] added = ids.stream()
                .mapToLong(AttemptSet::hash)
                .distinct()
                .filter(hash -> Arrays.binarySearch(hashes, hash) < 0)
                .toArray();
        if (added.length == 0) return this;
        long[] all = Arrays.copyOf(hashes, hashes.length + added.length);
        System.arraycopy(added, 0, all, hashes.length, added.length);
        Arrays.sort(all);
        return new AttemptSet(all);
    }

    public boolean has(String id) {
        return Arrays.binarySearch(hashes, hash(id)) >= 0;
    }

    public int size() {
        return hashes.length;
    }

    /** How many ids both sets have. */
    public int common(AttemptSet other) {
        int common = 0;
        for (long hash : hashes) if (Arrays.binarySearch(other.hashes, hash) >= 0) common++;
        return common;
    }

    /** The hashes, ascending, to be stored. */
    public long[] hashes() {
        return hashes.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AttemptSet that && Arrays.equals(hashes, that.hashes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hashes);
    }

    @Override
    public String toString() {
        return hashes.length + " attempts";
    }

    private static long hash(String id) {
        long hash = 0xcbf29ce484222325L;
        for (byte part : id.getBytes(StandardCharsets.UTF_8)) {
            hash ^= part & 0xff;
            hash *= 0x100000001b3L;
        }
        return hash;
    }
}
