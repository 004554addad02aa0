package io.pacelight.faults.simulation;

import java.util.ArrayList;
import java.util.List;

/** Every step of a run in its order. */
final class Trace {
    /** One step; rendered only if somebody asks, since most runs are never read. */
    record Entry(int number, String task, String what, Object detail) {
        @Override
        public String toString() {
            return "%6d  %-28s %-14s %s".formatted(number, task, what, detail);
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    void add(String task, String what, Object detail) {
        entries.add(new Entry(entries.size(), task, what, detail));
    }

    int size() {
        return entries.size();
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }
}
