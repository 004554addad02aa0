package io.pacelight.faults.simulation;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** How often each fault happened and at which points processes died; adds up over seeds. */
public final class Census {
    private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
    private final Map<Point, Long> crashes = new EnumMap<>(Point.class);
    private long steps;

    void count(Fault fault) {
        faults.merge(fault, 1L, Long::sum);
    }

    void crashed(Point point) {
        crashes.merge(point, 1L, Long::sum);
    }

    void steps(long taken) {
        steps += taken;
    }

    /** Adds what another run counted. */
    public synchronized void add(Census other) {
        other.faults.forEach((fault, count) -> faults.merge(fault, count, Long::sum));
        other.crashes.forEach((point, count) -> crashes.merge(point, count, Long::sum));
        steps += other.steps;
    }

    public long steps() {
        return steps;
    }

    /** Every kind of fault with its count, zero for what never happened. */
    public Map<String, Long> faults() {
        Map<String, Long> all = new TreeMap<>();
        for (Fault fault : Fault.values()) all.put(fault.name(), faults.getOrDefault(fault, 0L));
        return all;
    }

    /** Every point at which a service can die, with the number of times that one did. */
    public Map<String, Long> crashes() {
        Map<String, Long> all = new TreeMap<>();
        for (Point point : Point.values())
            if (point != Point.FEED) all.put(point.name(), crashes.getOrDefault(point, 0L));
        return all;
    }
}
