package io.pacelight.reporting.domain.rollup;

import io.pacelight.reporting.domain.Cause;
import io.pacelight.reporting.domain.Conference;
import io.pacelight.reporting.domain.ConferenceStatus;
import io.pacelight.reporting.domain.Enrolment;
import io.pacelight.reporting.domain.StudentState;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The total of some students in one school on one day. Sums of it are exact at every level: a school counts each of its
 * students once ({@code home} and {@code guests}); a district adds its schools' {@code home} parts, since every student
 * is at home in one school; classes and conferences belong to one school and are simply added.
 *
 * @param home students who count here and for the district
 * @param guests students who count here, but for the district elsewhere
 * @param classes students by class and their most pressing light in it
 * @param open conferences that wait for somebody, by cause
 * @param weeks conferences by the Monday of their week
 */
public record RollUp(
        StudentTally home,
        StudentTally guests,
        Map<String, PaceTally> classes,
        Map<Cause, Integer> open,
        Map<LocalDate, WeekTally> weeks) {
    /** To be raised with every change of what is counted, so that nothing is taken off by other rules than it was added by. */
    public static final int EDITION = 1;

    public static final RollUp EMPTY = new RollUp(StudentTally.NONE, StudentTally.NONE, Map.of(), Map.of(), Map.of());

    public RollUp {
        classes = Map.copyOf(classes);
        open = Map.copyOf(open);
        weeks = Map.copyOf(weeks);
    }

    /** The total of those of {@code students} who count in {@code school} on {@code day}; any others are passed over. */
    public static RollUp of(String school, Collection<StudentState> students, LocalDate day, SchoolTime time) {
        RollUp total = EMPTY;
        for (StudentState student : students) total = total.plus(of(school, student, day, time));
        return total;
    }

    /** The sum of the parts of one school, or of the schools of a district. */
    public static RollUp sum(Collection<RollUp> parts) {
        RollUp total = EMPTY;
        for (RollUp part : parts) total = total.plus(part);
        return total;
    }

    /** Every student of the school once. */
    public StudentTally students() {
        return home.plus(guests);
    }

    public int openConferences() {
        return open.values().stream().mapToInt(Integer::intValue).sum();
    }

    public RollUp plus(RollUp other) {
        return new RollUp(
                home.plus(other.home),
                guests.plus(other.guests),
                Sums.merged(classes, other.classes, PaceTally::plus),
                Sums.merged(open, other.open, Integer::sum),
                Sums.merged(weeks, other.weeks, WeekTally::plus));
    }

    /** What is left without a part that it contains; the same as if the other parts were added up anew. */
    public RollUp minus(RollUp part) {
        return new RollUp(
                home.minus(part.home),
                guests.minus(part.guests),
                Sums.reduced(classes, part.classes, PaceTally.NONE, PaceTally::minus),
                Sums.reduced(open, part.open, 0, (one, other) -> one - other),
                Sums.reduced(weeks, part.weeks, WeekTally.NONE, WeekTally::minus));
    }

    /** What one student comes to in {@code school} on {@code day}: nothing for one who does not count there. */
    public static RollUp of(String school, StudentState student, LocalDate day, SchoolTime time) {
        boolean home = student.home(day).equals(school);
        if (!home && !student.schools(day).contains(school)) return EMPTY;
        List<Enrolment> here = student.enrolments(day).stream()
                .filter(enrolment -> enrolment.school().equals(school))
                .toList();
        Map<String, PaceTally> classes = new HashMap<>();
        for (Enrolment enrolment : here)
            classes.put(enrolment.classId(), PaceTally.of(student.pace(enrolment.classId())));
        StudentTally tally = StudentTally.of(student, student.pace(here));
        Conferences conferences = Conferences.of(student, classes.keySet(), time);
        return new RollUp(
                home ? tally : StudentTally.NONE,
                home ? StudentTally.NONE : tally,
                classes,
                conferences.open,
                conferences.weeks);
    }

    private record Conferences(Map<Cause, Integer> open, Map<LocalDate, WeekTally> weeks) {
        static Conferences of(StudentState student, Set<String> classes, SchoolTime time) {
            Conferences all = new Conferences(new HashMap<>(), new HashMap<>());
            for (Conference conference : student.conferences().values())
                if (classes.contains(conference.classId())) all.add(conference, time);
            return all;
        }

        private void add(Conference conference, SchoolTime time) {
            if (conference.isOpen()) open.merge(conference.cause(), 1, Integer::sum);
            if (conference.startedAt() != null) {
                LocalDate started = time.day(conference.startedAt());
                boolean withinDay = !started.isAfter(time.next(time.day(conference.openedAt())));
                weeks.merge(time.week(conference.startedAt()), new WeekTally(1, withinDay ? 1 : 0, 0), WeekTally::plus);
            }
            if (conference.status() == ConferenceStatus.DONE && conference.closedAt() != null)
                weeks.merge(time.week(conference.closedAt()), new WeekTally(0, 0, 1), WeekTally::plus);
        }
    }
}
