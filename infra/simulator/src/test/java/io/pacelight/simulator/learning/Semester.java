package io.pacelight.simulator.learning;

import io.pacelight.simulator.District;
import io.pacelight.simulator.curriculum.Competency;
import io.pacelight.simulator.learning.Attempt.Kind;
import io.pacelight.simulator.school.Bells;
import io.pacelight.simulator.school.SchoolYear;
import io.pacelight.simulator.school.Section;
import io.pacelight.simulator.school.Student;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What an observer who counts by the rules of the domain sees at the end of a day; written apart from the model. */
final class Semester {
    private static final int GRACE_MEETINGS = 5;
    private static final int DETERMINATE = 20;
    private static final int NEVER = 10_000;

    private final List<LocalDate> days = SchoolYear.meetingDays();
    private final Map<String, List<Attempt>> evidence = new HashMap<>();
    private final Map<String, int[]> stuckAndMastered = new TreeMap<>();
    private final Map<LocalDate, Integer> dayNumbers = new HashMap<>();
    private final int today;
    private double due;
    private double near;
    private double tried;
    private double spinning;
    private double seats;
    private double behind;
    private double quiet;

    Semester(District district, List<Attempt> attempts, LocalDate lastDay) {
        days.forEach(day -> dayNumbers.put(day, dayNumbers.size()));
        today = day(lastDay);
        for (Attempt attempt : attempts) {
            if (attempt.kind() == Kind.DIAGNOSTIC) continue;
            evidence.computeIfAbsent(attempt.studentSourcedId() + attempt.competencyCode(), key -> new ArrayList<>())
                    .add(attempt);
        }
        for (Section section : district.sections()) {
            int[] dueDays = dueDays(district.pacingPlan(section).deadlines());
            for (int i = 0; i < section.size(); i++) observe(section, Student.id(section.firstStudent() + i), dueDays);
        }
    }

    double masteredNearPlan() {
        return near / due;
    }

    double farBehind() {
        return behind / seats;
    }

    double wheelSpinning() {
        return spinning / tried;
    }

    double quietForAWeek() {
        return quiet / seats;
    }

    double stuckShare(String code) {
        int[] counts = stuckAndMastered.getOrDefault(code, new int[2]);
        return (double) counts[0] / (counts[0] + counts[1]);
    }

    Set<String> determinateCodes() {
        Map<String, int[]> enough = new TreeMap<>(stuckAndMastered);
        enough.values().removeIf(counts -> counts[0] + counts[1] < DETERMINATE);
        return enough.keySet();
    }

    private void observe(Section section, String student, int[] dueDays) {
        int expected = 0;
        int mastered = 0;
        int lastSeen = -1;
        for (Competency competency : section.course().competencies()) {
            List<Attempt> attempts = evidence.getOrDefault(student + competency.code(), List.of());
            int masteredOn = masteredOn(attempts);
            int dueOn = dueDays[competency.place()];
            boolean missed = dueOn <= today && masteredOn > dueOn;
            boolean spins = spins(attempts);
            if (dueOn <= today) expected++;
            if (masteredOn <= today) mastered++;
            if (dueOn + GRACE_MEETINGS <= today) {
                due++;
                if (masteredOn <= dueOn + GRACE_MEETINGS) near++;
            }
            int[] counts = stuckAndMastered.computeIfAbsent(competency.code(), code -> new int[2]);
            if (masteredOn <= today) counts[1]++;
            else if (spins || (missed && attempts.size() >= 3)) counts[0]++;
            if (attempts.isEmpty()) continue;
            tried++;
            if (spins) spinning++;
            lastSeen = Math.max(lastSeen, day(attempts.getLast()));
        }
        seats++;
        if (mastered <= expected - 3) behind++;
        if (lastSeen <= today - 5) quiet++;
    }

    private int masteredOn(List<Attempt> attempts) {
        List<Attempt> atBats = attempts.stream()
                .filter(attempt -> attempt.kind() == Kind.SUMMATIVE)
                .toList();
        for (int end = 1; end <= atBats.size(); end++) {
            long hits = atBats.subList(Math.max(0, end - 3), end).stream()
                    .filter(attempt -> attempt.proficiency() >= 3 && !attempt.assisted())
                    .count();
            if (hits >= 2) return day(atBats.get(end - 1));
        }
        return NEVER;
    }

    private static boolean spins(List<Attempt> attempts) {
        int run = 0;
        for (int i = 0; i < Math.min(10, attempts.size()); i++) {
            run = attempts.get(i).proficiency() >= 3 ? run + 1 : 0;
            if (run == 3) return false;
        }
        return attempts.size() >= 10;
    }

    private int[] dueDays(int[] deadlines) {
        int[] dueDays = new int[deadlines.length];
        int minutes = 0;
        int day = 0;
        for (int place = 0; place < deadlines.length; place++) {
            while (minutes < deadlines[place]) {
                minutes += Bells.Variant.on(days.get(day++).getDayOfWeek()).minutes();
            }
            dueDays[place] = day - 1;
        }
        return dueDays;
    }

    private int day(Attempt attempt) {
        return day(attempt.assessedAt().atZone(SchoolYear.ZONE).toLocalDate());
    }

    private int day(LocalDate date) {
        return dayNumbers.getOrDefault(date, -1);
    }
}
