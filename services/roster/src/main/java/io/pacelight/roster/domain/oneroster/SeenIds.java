package io.pacelight.roster.domain.oneroster;

import java.util.Arrays;

/**
 * Remembers on which row each sourcedId stood, in 12 bytes an id: a million enrolments fit in some 25 MB.
 *
 * <p>Ids are told apart by a 64-bit hash; among two million ids the chance that any two collide is about one in ten
 * million.
 */
public final class SeenIds {
    private static final int SMALLEST = 64;

    private long[] hashes = new long[SMALLEST];
    private int[] rows = new int[SMALLEST];
    private int size;

    /** Remembers the id unless it is known already; answers the row it was first seen on, or 0 when it is new. */
    public int put(String id, int row) {
        if ((size + 1) * 3 > hashes.length * 2) {
            grow();
        }
        long hash = hash(id);
        int slot = slotOf(hash);
        if (rows[slot] != 0) {
            return rows[slot];
        }
        hashes[slot] = hash;
        rows[slot] = row;
        size++;
        return 0;
    }

    public boolean has(String id) {
        return rows[slotOf(hash(id))] != 0;
    }

    /** The row the id was first seen on, or 0. */
    public int rowOf(String id) {
        return rows[slotOf(hash(id))];
    }

    public int size() {
        return size;
    }

    private int slotOf(long hash) {
        int mask = hashes.length - 1;
        int slot = (int) (hash ^ (hash >>> 32)) & mask;
        while (rows[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldRows = rows;
        hashes = new long[oldHashes.length * 2];
        rows = new int[oldRows.length * 2];
        for (int i = 0; i < oldRows.length; i++) {
            if (oldRows[i] != 0) {
                int slot = slotOf(oldHashes[i]);
                hashes[slot] = oldHashes[i];
                rows[slot] = oldRows[i];
            }
        }
        Arrays.fill(oldHashes, 0);
    }

    /** A 64-bit hash of the characters, well mixed (FNV-1a over chars, then the finisher of SplitMix64). */
    public static long hash(String id) {
        long h = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            h = (h ^ id.charAt(i)) * 0x100000001b3L;
            h ^= h >>> 29;
        }
        h = (h ^ (h >>> 30)) * 0xbf58476d1ce4e5b9L;
        h = (h ^ (h >>> 27)) * 0x94d049bb133111ebL;
        return h ^ (h >>> 31);
    }
}
