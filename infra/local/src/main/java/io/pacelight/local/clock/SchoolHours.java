package io.pacelight.local.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The stretches of time in which school time passes; between them it jumps, after the last it stands still. */
public final class SchoolHours {
    private final List<Stretch> stretches;

    private record Stretch(Instant start, Instant end) {}

    private SchoolHours(List<Stretch> stretches) {
        this.stretches = List.copyOf(stretches);
    }

    /** Time that passes day and night. */
    public static SchoolHours always() {
        return new SchoolHours(List.of(new Stretch(Instant.MIN, Instant.MAX)));
    }

    /** From {@code opens} to {@code closes}, wall-clock, on each of the days. */
    public static SchoolHours on(Collection<LocalDate> days, LocalTime opens, LocalTime closes, ZoneId zone) {
        if (days.isEmpty() || !opens.isBefore(closes)) {
            throw new IllegalArgumentException("school hours need a day, and to open before they close");
        }
        List<Stretch> stretches = new ArrayList<>();
        for (LocalDate day : new TreeSet<>(days)) {
            stretches.add(new Stretch(
                    day.atTime(opens).atZone(zone).toInstant(),
                    day.atTime(closes).atZone(zone).toInstant()));
        }
        return new SchoolHours(stretches);
    }

    /** Where the clock stands when {@code passed} of school time went by since {@code from}; never before {@code from}. */
    public Instant after(Instant from, Duration passed) {
        Instant at = from;
        Duration left = passed;
        for (Stretch stretch : stretches.subList(firstEndingAfter(from), stretches.size())) {
            if (at.isBefore(stretch.start())) {
                at = stretch.start();
            }
            Duration room = stretch.end().equals(Instant.MAX) ? null : Duration.between(at, stretch.end());
            if (room == null || left.compareTo(room) < 0) {
                return at.plus(left);
            }
            left = left.minus(room);
            at = stretch.end();
        }
        return at;
    }

    /** Whether no school time is left after the instant. */
    public boolean overAt(Instant instant) {
        return !instant.isBefore(stretches.getLast().end());
    }

    private int firstEndingAfter(Instant instant) {
        int low = 0;
        int high = stretches.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (stretches.get(middle).end().isAfter(instant)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
