package io.pacelight.reporting.domain.rollup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which cells of a table must stay hidden, so that nobody can be made out: those under ten students, and what would give them away. */
public final class Suppression {
    /** The least number of students that a shown cell has. */
    public static final int LEAST = 10;

    private Suppression() {}

    /** Whether a cell on its own must be hidden; an empty one tells of nobody. */
    public static boolean hides(int students) {
        return students > 0 && students < LEAST;
    }

    /**
     * The keys to hide of cells (students by key) whose total is known elsewhere. One hidden cell, or several with fewer
     * than ten students together, could be had by subtraction; so the smallest of the rest are hidden with them until it
     * takes two cells and ten students to be wrong about.
     */
    public static <K extends Comparable<K>> Set<K> hidden(Map<K, Integer> cells) {
        Set<K> hidden = new HashSet<>();
        List<Map.Entry<K, Integer>> shown = new ArrayList<>();
        int students = 0;
        for (Map.Entry<K, Integer> cell : cells.entrySet()) {
            if (hides(cell.getValue())) {
                hidden.add(cell.getKey());
                students += cell.getValue();
            } else if (cell.getValue() > 0) {
                shown.add(cell);
            }
        }
        if (hidden.isEmpty()) return hidden;
        shown.sort(Map.Entry.<K, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()));
        for (Map.Entry<K, Integer> next : shown) {
            if (hidden.size() >= 2 && students >= LEAST) break;
            hidden.add(next.getKey());
            students += next.getValue();
        }
        return hidden;
    }
}
