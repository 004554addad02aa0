package io.pacelight.intervention.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The meetings of a class in order, as a clock that runs only while the class meets.
 *
 * <p>Counts whole seconds. A meeting is as long as its wall-clock time, also across a change to or from summer time.
 * {@link #plus} and {@link #between} are inverses and take O(log n) of the meetings.
 */
public final class ClassTime {
    /** One meeting; {@code length} is its wall-clock time. */
    public record Sitting(
            LocalDate date,
            Instant start,
            Instant end,
            Duration length,
            @Nullable String period) {}

    private final ZoneId zone;
    private final Sitting[] sittings;
    private final long[] starts;
    private final long[] ends;
    private final long[] before;

    private ClassTime(ZoneId zone, List<Sitting> sorted) {
        this.zone = zone;
        this.sittings = sorted.toArray(new Sitting[0]);
        this.starts = new long[sittings.length];
        this.ends = new long[sittings.length];
        this.before = new long[sittings.length + 1];
        for (int i = 0; i < sittings.length; i++) {
            starts[i] = sittings[i].start().toEpochMilli();
            ends[i] = sittings[i].end().toEpochMilli();
            before[i + 1] = before[i] + sittings[i].length().toSeconds();
        }
    }

    /** Meetings by rule on the instructional days from {@code first} to {@code last}, both inclusive. */
    public static ClassTime of(
            ZoneId zone, SchoolDays calendar, LocalDate first, LocalDate last, List<MeetingRule> rules) {
        List<Sitting> sittings = new ArrayList<>();
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            SchoolDays.Day day = calendar.day(date);
            if (!day.instructional()) continue;
            boolean variant = false;
            for (MeetingRule rule : rules)
                variant |= day.bell() != null && day.bell().equals(rule.bell());
            for (MeetingRule rule : rules) {
                boolean rings = variant
                        ? day.bell() != null && day.bell().equals(rule.bell())
                        : rule.bell() == null || !calendar.isVariant(rule.bell());
                if (rings && rule.holdsOn(date, day)) sittings.add(sitting(zone, date, rule));
            }
        }
        return of(zone, sittings);
    }

    /** Meetings in any order; where two overlap, the later one begins when the earlier ends. */
    public static ClassTime of(ZoneId zone, Collection<Sitting> sittings) {
        List<Sitting> sorted = new ArrayList<>(sittings);
        sorted.sort(Comparator.comparing(Sitting::start).thenComparing(Sitting::end));
        List<Sitting> disjoint = new ArrayList<>(sorted.size());
        Instant free = Instant.MIN;
        for (Sitting sitting : sorted) {
            Sitting rest = from(sitting, free);
            if (rest == null) continue;
            disjoint.add(rest);
            free = rest.end();
        }
        return new ClassTime(zone, disjoint);
    }

    public ZoneId zone() {
        return zone;
    }

    public List<Sitting> sittings() {
        return List.of(sittings);
    }

    /** Class time from {@code from} to {@code to}; nothing if {@code to} is earlier. */
    public Duration between(Instant from, Instant to) {
        return to.isAfter(from) ? Duration.ofSeconds(elapsed(to) - elapsed(from)) : Duration.ZERO;
    }

    /** The first instant by which {@code time} has passed in class since {@code from}; null where the meetings end first. */
    public @Nullable Instant plus(Instant from, Duration time) {
        long seconds = time.toSeconds();
        if (seconds <= 0) return from;
        return at(elapsed(from) + seconds);
    }

    /** The first instant from which {@code time} passes in class until {@code to}; null where the meetings begin later. */
    public @Nullable Instant minus(Instant to, Duration time) {
        long seconds = time.toSeconds();
        if (seconds <= 0) return to;
        long wanted = elapsed(to) - seconds;
        if (wanted < 0) return null;
        return wanted == 0 && sittings.length > 0 ? sittings[0].start() : at(wanted);
    }

    /** The end of the {@code count}-th meeting that begins at or after {@code from}. */
    public @Nullable Instant endOfMeetingAfter(Instant from, int count) {
        int index = firstStartingFrom(from) + count - 1;
        return index < sittings.length ? sittings[index].end() : null;
    }

    /** The end of the {@code count}-th meeting that is not over at {@code now}, one in progress included. */
    public @Nullable Instant endOfMeetingFrom(Instant now, int count) {
        int index = firstNotOver(now) + count - 1;
        return index < sittings.length ? sittings[index].end() : null;
    }

    /** The end of the last meeting on the {@code count}-th day with a meeting after the day of {@code from}. */
    public @Nullable Instant endOfDayAfter(Instant from, int count) {
        LocalDate last = from.atZone(zone).toLocalDate();
        int left = count;
        for (int i = firstStartingFrom(from); i < sittings.length; i++) {
            if (sittings[i].date().isAfter(last)) {
                left--;
                last = sittings[i].date();
            }
            boolean endsDay = i + 1 == sittings.length || sittings[i + 1].date().isAfter(sittings[i].date());
            if (left == 0 && endsDay) return sittings[i].end();
        }
        return null;
    }

    /** The end of the last meeting on {@code date} or before it. */
    public @Nullable Instant lastEndUntil(LocalDate date) {
        int index = firstStartingFrom(date.plusDays(1).atStartOfDay(zone).toInstant()) - 1;
        return index >= 0 ? sittings[index].end() : null;
    }

    /** How many meetings began at or after {@code from} and were over at {@code to}. */
    public int meetingsBetween(Instant from, Instant to) {
        return Math.max(0, firstNotOver(to) - firstStartingFrom(from));
    }

    /** The meeting in progress at {@code now}, or the next one. */
    public @Nullable Sitting currentOrNext(Instant now) {
        int index = firstNotOver(now);
        return index < sittings.length ? sittings[index] : null;
    }

    /** This clock for a student who missed some of it; time missed is not on the clock. */
    public ClassTime without(Collection<Absence> absences) {
        if (absences.isEmpty()) return this;
        List<Sitting> attended = new ArrayList<>(List.of(sittings));
        boolean changed = false;
        for (Absence absence : absences) {
            long left = absence.minutes() == null ? Long.MAX_VALUE : absence.minutes() * 60L;
            for (int i = lowerBound(attended, absence.date());
                    i < attended.size() && left > 0 && attended.get(i).date().equals(absence.date()); ) {
                Sitting sitting = attended.get(i);
                long length = sitting.length().toSeconds();
                if (left >= length) {
                    attended.remove(i);
                } else {
                    attended.set(i, shortened(sitting, left));
                    i++;
                }
                left -= Math.min(left, length);
                changed = true;
            }
        }
        return changed ? new ClassTime(zone, attended) : this;
    }

    /** The meetings that begin before {@code end}. */
    public ClassTime until(Instant end) {
        int kept = firstStartingFrom(end);
        return kept == sittings.length
                ? this
                : new ClassTime(zone, List.of(sittings).subList(0, kept));
    }

    /** One clock for a change of section: the meetings of this class before {@code change}, those of {@code next} after it. */
    public ClassTime continuedBy(ClassTime next, Instant change) {
        List<Sitting> joined = new ArrayList<>();
        for (Sitting sitting : sittings) if (sitting.start().isBefore(change)) joined.add(sitting);
        for (Sitting sitting : next.sittings) if (!sitting.start().isBefore(change)) joined.add(sitting);
        return of(next.zone, joined);
    }

    private long elapsed(Instant instant) {
        long millis = Math.clamp(instant.getEpochSecond(), Long.MIN_VALUE / 2000, Long.MAX_VALUE / 2000) * 1000
                + instant.getNano() / 1_000_000;
        int found = Arrays.binarySearch(starts, millis);
        int index = found >= 0 ? found : -found - 2;
        if (index < 0) return 0;
        if (millis >= ends[index]) return before[index + 1];
        long length = before[index + 1] - before[index];
        return before[index] + (millis - starts[index]) * length / (ends[index] - starts[index]);
    }

    private @Nullable Instant at(long wanted) {
        if (wanted > before[sittings.length]) return null;
        int found = Arrays.binarySearch(before, wanted);
        int index = found >= 0 ? found - 1 : -found - 2;
        while (index > 0 && before[index] >= wanted) index--;
        long length = before[index + 1] - before[index];
        long real = ends[index] - starts[index];
        return Instant.ofEpochMilli(starts[index] + Math.ceilDiv((wanted - before[index]) * real, length));
    }

    private int firstStartingFrom(Instant from) {
        return insertion(starts, from.toEpochMilli());
    }

    private int firstNotOver(Instant now) {
        return insertion(ends, now.toEpochMilli() + 1);
    }

    private static int insertion(long[] sorted, long wanted) {
        int found = Arrays.binarySearch(sorted, wanted);
        return found >= 0 ? found : -found - 1;
    }

    private static int lowerBound(List<Sitting> sorted, LocalDate date) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle).date().isBefore(date)) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static Sitting sitting(ZoneId zone, LocalDate date, MeetingRule rule) {
        return new Sitting(
                date,
                date.atTime(rule.start()).atZone(zone).toInstant(),
                date.atTime(rule.end()).atZone(zone).toInstant(),
                Duration.between(rule.start(), rule.end()),
                rule.period());
    }

    private static @Nullable Sitting from(Sitting sitting, Instant free) {
        if (!sitting.start().isBefore(free))
            return sitting.end().isAfter(sitting.start()) && sitting.length().toSeconds() > 0 ? sitting : null;
        if (!sitting.end().isAfter(free)) return null;
        long real = Duration.between(sitting.start(), sitting.end()).toMillis();
        long rest = Duration.between(free, sitting.end()).toMillis();
        Duration length = Duration.ofSeconds(sitting.length().toSeconds() * rest / real);
        return length.isZero() ? null : new Sitting(sitting.date(), free, sitting.end(), length, sitting.period());
    }

    private static Sitting shortened(Sitting sitting, long missed) {
        long real = Duration.between(sitting.start(), sitting.end()).toMillis();
        long length = sitting.length().toSeconds();
        Instant start = sitting.start().plusMillis(real * missed / length);
        return new Sitting(sitting.date(), start, sitting.end(), Duration.ofSeconds(length - missed), sitting.period());
    }
}
