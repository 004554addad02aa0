package io.pacelight.roster.domain.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects problems: counts them all, keeps the first of them, errors before warnings. */
public final class Problems {
    private final int capacity;
    private final List<Problem> errors = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();
    private final Map<String, Integer> countByCode = new TreeMap<>();
    private int errorCount;
    private int warningCount;

    /** @param capacity how many errors, and how many warnings, are kept in full */
    public Problems(int capacity) {
        this.capacity = capacity;
    }

    public void add(Problem problem) {
        countByCode.merge(problem.code(), 1, Integer::sum);
        if (problem.isError()) {
            errorCount++;
            keep(errors, problem);
        } else {
            warningCount++;
            keep(warnings, problem);
        }
    }

    private void keep(List<Problem> list, Problem problem) {
        if (list.size() < capacity) {
            list.add(problem);
        }
    }

    public boolean hasErrors() {
        return errorCount > 0;
    }

    public int errorCount() {
        return errorCount;
    }

    public int warningCount() {
        return warningCount;
    }

    /** All problems counted by their code, those not kept included. */
    public Map<String, Integer> countByCode() {
        return Map.copyOf(countByCode);
    }

    /** The kept problems, errors first, each in the order found. */
    public List<Problem> kept() {
        List<Problem> all = new ArrayList<>(errors);
        all.addAll(warnings);
        return List.copyOf(all);
    }
}
