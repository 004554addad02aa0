package io.pacelight.dashboard.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shares 0..1 as dots along one line a group, with the group’s median. Dots that would cover each other move up and down by turns, so
 * that every class can be seen and the picture is the same each time.
 */
public record StripPlot(double width, double height, double left, List<Line> lines, List<Tick> ticks) {

    private static final double RADIUS = 3.4;
    private static final double RIGHT = 10;
    private static final int LABEL = 25;

    public StripPlot {
        lines = List.copyOf(lines);
        ticks = List.copyOf(ticks);
    }

    /** What is drawn on one line. */
    public record Group(String label, @Nullable String href, List<Value> values) {
        public Group {
            values = List.copyOf(values);
        }
    }

    /** One dot before it has a place. */
    public record Value(
            double share, @Nullable String title, @Nullable String href) {}

    /** One line of the plot; the median is absent where the group has no dots. */
    public record Line(
            String label,
            @Nullable String href,
            double labelY,
            double y,
            List<Dot> dots,
            @Nullable Double medianX,
            @Nullable Double median) {
        public Line {
            dots = List.copyOf(dots);
        }
    }

    /** One dot. */
    public record Dot(
            double x,
            double y,
            double share,
            @Nullable String title,
            @Nullable String href) {}

    /** One mark of the axis, in percent. */
    public record Tick(double x, int percent) {}

    /** Labels to the left of their lines, for a screen of some width. */
    public static StripPlot wide(List<Group> groups) {
        return of(groups, 560, 176, 30, 0);
    }

    /** Labels above their lines, for a phone. */
    public static StripPlot narrow(List<Group> groups) {
        return of(groups, 340, 8, 48, 18);
    }

    private static StripPlot of(List<Group> groups, double width, double left, double pitch, double above) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            double y = 20 + above + i * pitch;
            List<Dot> dots = swarm(group.values(), left, width, y);
            Double median = median(group.values());
            Double medianX = median == null ? null : x(median, left, width);
            lines.add(new Line(
                    above > 0 ? group.label() : shortened(group.label()),
                    group.href(),
                    above > 0 ? y - 14 : y + 4,
                    y,
                    dots,
                    medianX,
                    median));
        }
        List<Tick> ticks = new ArrayList<>();
        for (int percent = 0; percent <= 100; percent += 25) {
            ticks.add(new Tick(x(percent / 100.0, left, width), percent));
        }
        return new StripPlot(width, 20 + above + groups.size() * pitch + 16, left, lines, ticks);
    }

    private static String shortened(String label) {
        return label.length() <= LABEL ? label : label.substring(0, LABEL - 1).strip() + "…";
    }

    private static List<Dot> swarm(List<Value> values, double left, double width, double y) {
        List<Dot> placed = new ArrayList<>();
        for (Value value :
                values.stream().sorted(Comparator.comparingDouble(Value::share)).toList()) {
            double x = x(value.share(), left, width);
            int step = 0;
            double at = y;
            while (step < 6 && covered(placed, x, at)) {
                step++;
                int ring = (step + 1) / 2;
                double offset = ring * RADIUS * 1.25;
                at = step % 2 == 1 ? y - offset : y + offset;
            }
            placed.add(new Dot(x, at, value.share(), value.title(), value.href()));
        }
        return placed;
    }

    private static boolean covered(List<Dot> placed, double x, double y) {
        return placed.stream().anyMatch(d -> Math.hypot(d.x() - x, d.y() - y) < RADIUS * 1.7);
    }

    /** The middle value, or the mean of the two in the middle. */
    static @Nullable Double median(List<Value> values) {
        if (values.isEmpty()) {
            return null;
        }
        double[] sorted = values.stream().mapToDouble(Value::share).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double x(double share, double left, double width) {
        return left + Math.clamp(share, 0.0, 1.0) * (width - left - RIGHT);
    }
}
