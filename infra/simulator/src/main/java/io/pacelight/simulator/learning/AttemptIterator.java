package io.pacelight.simulator.learning;

import io.pacelight.simulator.curriculum.CompetencyMap;
import io.pacelight.simulator.curriculum.PacingPlan;
import io.pacelight.simulator.random.Draw;
import io.pacelight.simulator.random.Topic;
import io.pacelight.simulator.school.Bells;
import io.pacelight.simulator.school.SchoolYear;
import io.pacelight.simulator.school.Section;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of some classes in the order of school time. Nothing is sorted or stored: within a moment of a meeting the turns of the
 * students are five seconds apart, and all classes that meet at that time take the same turn together. Days before the window are lived
 * through silently, so an attempt is the same whatever the window.
 */
public final class AttemptIterator implements Iterator<Attempt> {
    private static final int SECONDS_PER_TURN = 5;
    private static final int TURNS = 30;
    private static final int[] SLOT_MINUTES = {6, 18, 34};

    private final long seed;
    private final long from;
    private final long to;
    private final List<LocalDate> days = SchoolYear.meetingDays();
    private final Classroom classroom;
    private final Section[] sections;
    private final int[] firstSeat;
    private final byte[][] due;
    private final Map<Bells.Variant, Wave[]> waves = new EnumMap<>(Bells.Variant.class);

    private int day;
    private int wave;
    private int place;
    private long midnight;
    private @Nullable Attempt next;

    /** One turn of one moment in all classes that meet in a period of schools with the same start. */
    @SuppressWarnings("ArrayRecordComponent") // a million of them are made; none is compared
    private record Wave(int second, int slot, int turn, int[] places) {}

    /** Attempts of the sections assessed from {@code from} (inclusive) to {@code to} (exclusive). */
    public AttemptIterator(long seed, CompetencyMap map, List<Section> sections, Instant from, Instant to) {
        this.seed = seed;
        this.from = from.getEpochSecond() + (from.getNano() > 0 ? 1 : 0);
        this.to = to.getEpochSecond() + (to.getNano() > 0 ? 1 : 0);
        this.sections = sections.toArray(Section[]::new);
        this.firstSeat = new int[sections.size()];
        this.due = new byte[sections.size()][];
        Map<PacingPlan, byte[]> plans = new HashMap<>();
        int seats = 0;
        for (int i = 0; i < this.sections.length; i++) {
            Section section = this.sections[i];
            firstSeat[i] = seats;
            seats += section.size();
            due[i] =
                    plans.computeIfAbsent(PacingPlan.of(section.course(), seed, section.number()), Classroom::dueByDay);
        }
        this.classroom = new Classroom(seed, map, seats);
        int[][] places = placesByPeriod();
        for (Bells.Variant variant : Bells.Variant.values()) waves.put(variant, wavesOf(variant, places));
        this.midnight = midnight(0);
        advance();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Attempt next() {
        Attempt result = next;
        if (result == null) throw new NoSuchElementException("The window has no more attempts.");
        advance();
        return result;
    }

    private void advance() {
        next = null;
        while (day < days.size()) {
            Wave[] today = waves.getOrDefault(Bells.Variant.on(days.get(day).getDayOfWeek()), new Wave[0]);
            while (wave < today.length) {
                Wave now = today[wave];
                long second = midnight + now.second();
                if (second >= to) return;
                while (place < now.places().length) {
                    Attempt attempt = turn(now, now.places()[place++], second);
                    if (attempt != null && second >= from) {
                        next = attempt;
                        return;
                    }
                }
                place = 0;
                wave++;
            }
            wave = 0;
            day++;
            if (day < days.size()) midnight = midnight(day);
        }
    }

    private @Nullable Attempt turn(Wave now, int at, long second) {
        Section section = sections[at];
        if (now.turn() >= section.size()) return null;
        long shift = Draw.hash(Topic.SEATING, seed, section.number(), day) >>> 40;
        int chair = (int) ((now.turn() + shift) % section.size());
        int seat = firstSeat[at] + chair;
        int student = section.firstStudent() + chair;
        if (now.slot() == 0) classroom.begin(seat, student, section, day, due[at][day]);
        return classroom.attempt(seat, student, section, day, now.slot(), second);
    }

    private int[][] placesByPeriod() {
        List<List<Integer>> places = new ArrayList<>();
        for (int i = 0; i < Bells.STARTS * Bells.PERIODS; i++) places.add(new ArrayList<>());
        for (int i = 0; i < sections.length; i++) {
            places.get(sections[i].school().start() * Bells.PERIODS + sections[i].period() - 1)
                    .add(i);
        }
        return places.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private static Wave[] wavesOf(Bells.Variant variant, int[][] places) {
        List<Wave> waves = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            if (places[i].length == 0) continue;
            int bell = Bells.startMinute(i / Bells.PERIODS, i % Bells.PERIODS + 1, variant) * 60;
            for (int slot = 0; slot < Classroom.SLOTS; slot++) {
                for (int turn = 0; turn < TURNS; turn++) {
                    int second = bell + SLOT_MINUTES[slot] * 60 + turn * SECONDS_PER_TURN;
                    waves.add(new Wave(second, slot, turn, places[i]));
                }
            }
        }
        waves.sort(Comparator.comparingInt(Wave::second));
        return waves.toArray(Wave[]::new);
    }

    /** Midnight as if the offset of the school day held all day; clocks change on Sundays. */
    private long midnight(int index) {
        LocalTime noon = LocalTime.NOON;
        return days.get(index).atTime(noon).atZone(SchoolYear.ZONE).toEpochSecond() - noon.toSecondOfDay();
    }
}
