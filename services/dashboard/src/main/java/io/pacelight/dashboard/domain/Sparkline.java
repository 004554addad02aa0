package io.pacelight.dashboard.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The last attempts as a line of dots in a box of 128 × 36: time to the right, level upward. */
public record Sparkline(List<Dot> dots, double masteryY) {

    private static final double WIDTH = 128;
    private static final double STEP = 13;
    private static final double BOTTOM = 32;
    private static final double PER_LEVEL = 7;
    private static final int MOST = 10;

    public Sparkline {
        dots = List.copyOf(dots);
    }

    /** One attempt; step is its place on the colour scale. */
    public record Dot(double x, double y, int step, boolean last) {}

    /** Draws the last ten of the levels, given oldest first. */
    public static Sparkline of(List<Double> levels, double mastery) {
        List<Double> shown = levels.subList(Math.max(0, levels.size() - MOST), levels.size());
        List<Dot> dots = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            double level = Math.clamp(shown.get(i), 0.0, 4.0);
            boolean last = i == shown.size() - 1;
            dots.add(new Dot(Math.min(WIDTH - 5, 6 + i * STEP), y(level), (int) level, last));
        }
        return new Sparkline(dots, y(mastery));
    }

    /** The points attribute of a polyline through the dots. */
    public String points() {
        return dots.stream().map(d -> number(d.x()) + "," + number(d.y())).collect(Collectors.joining(" "));
    }

    private static double y(double level) {
        return BOTTOM - level * PER_LEVEL;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
