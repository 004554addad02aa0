package io.pacelight.dashboard.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Counts as parts of one bar 1,000 wide, with a gap between parts; empty parts take no room. */
public record StackBar(List<Part> parts) {

    private static final double WIDTH = 1000;
    private static final double GAP = 3;

    public StackBar {
        parts = List.copyOf(parts);
    }

    /** One part. */
    public record Part(State state, int count, double x, double width) {}

    public static StackBar of(Map<State, Integer> counts) {
        int total = counts.values().stream().mapToInt(Integer::intValue).sum();
        long filled = counts.values().stream().filter(n -> n > 0).count();
        double room = WIDTH - GAP * Math.max(0, filled - 1);
        List<Part> parts = new ArrayList<>();
        double x = 0;
        for (State state : State.values()) {
            int count = counts.getOrDefault(state, 0);
            double width = total == 0 ? 0 : room * count / total;
            parts.add(new Part(state, count, x, width));
            x += count > 0 ? width + GAP : 0;
        }
        return new StackBar(parts);
    }
}
