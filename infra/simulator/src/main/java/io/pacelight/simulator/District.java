package io.pacelight.simulator;

import io.pacelight.simulator.curriculum.CompetencyMap;
import io.pacelight.simulator.curriculum.Course;
import io.pacelight.simulator.curriculum.PacingPlan;
import io.pacelight.simulator.files.AttemptFile;
import io.pacelight.simulator.files.CurriculumFiles;
import io.pacelight.simulator.files.OneRosterZip;
import io.pacelight.simulator.files.ScheduleFiles;
import io.pacelight.simulator.learning.Attempt;
import io.pacelight.simulator.learning.AttemptIterator;
import io.pacelight.simulator.school.Layout;
import io.pacelight.simulator.school.School;
import io.pacelight.simulator.school.SchoolYear;
import io.pacelight.simulator.school.Section;
import io.pacelight.simulator.school.Staff;
import io.pacelight.simulator.school.Student;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An invented school district: one seed and one number of students always give the same people, calendar and attempts, byte for byte.
 * Schools, staff and sections are held; students and attempts are made as they are read. Writers leave their stream open.
 */
public final class District {
    public static final int FEWEST = 100;
    public static final int MOST = 1_000_000;

    /** The district's name. */
    public static final String NAME = Layout.DISTRICT_NAME;

    private final long seed;
    private final int students;
    private final CompetencyMap map = CompetencyMap.load();
    private final Layout layout;

    private District(long seed, int students) {
        this.seed = seed;
        this.students = students;
        this.layout = Layout.of(seed, students, map);
    }

    /** The district of a seed; from {@value #FEWEST} to {@value #MOST} students. */
    public static District of(long seed, int students) {
        if (students < FEWEST || students > MOST) {
            throw new IllegalArgumentException(
                    "A district has from " + FEWEST + " to " + MOST + " students, not " + students + ".");
        }
        return new District(seed, students);
    }

    public long seed() {
        return seed;
    }

    /** The number of students; they are numbered from 0. */
    public int students() {
        return students;
    }

    /** The OneRoster identifier of the district's organisation. */
    public String id() {
        return Layout.DISTRICT_ID;
    }

    public CompetencyMap map() {
        return map;
    }

    public List<School> schools() {
        return layout.schools();
    }

    public List<Section> sections() {
        return layout.sections();
    }

    public List<Staff> staff() {
        return layout.staff();
    }

    /** The student with a number from 0. */
    public Student student(int number) {
        if (number < 0 || number >= students) {
            throw new IllegalArgumentException(
                    "Students are numbered 0 to " + (students - 1) + ", not " + number + ".");
        }
        return layout.student(number);
    }

    /** The school that a student goes to. */
    public School schoolOf(int student) {
        return layout.schoolOf(student);
    }

    /** The class minutes that a class plans for each competency. */
    public PacingPlan pacingPlan(Section section) {
        return PacingPlan.of(section.course(), seed, section.number());
    }

    /** The body of the request that sets the course's pathway. */
    public String pathwayJson(Course course) {
        return CurriculumFiles.pathway(course);
    }

    /** The body of the request that sets the class's pacing plan. */
    public String pacingPlanJson(Section section) {
        return CurriculumFiles.pacingPlan(pacingPlan(section));
    }

    /** All attempts assessed from {@code from} (inclusive) to {@code to} (exclusive), in the order of school time. */
    public Stream<Attempt> attempts(Instant from, Instant to) {
        return attempts(sections(), from, to);
    }

    /** The same for some of the classes. */
    public Stream<Attempt> attempts(List<Section> sections, Instant from, Instant to) {
        Iterator<Attempt> attempts = new AttemptIterator(seed, map, sections, from, to);
        int traits = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(attempts, traits), false);
    }

    /** Midnight at which the date begins in the district's zone. */
    public static Instant startOf(LocalDate date) {
        return date.atStartOfDay(SchoolYear.ZONE).toInstant();
    }

    /** People worth signing in as, the teacher with the most interesting class first. */
    public List<DemoUser> demoUsers() {
        return new DemoCast(this).users();
    }

    /** The OneRoster 1.2 bulk package. */
    public void writeOneRoster(OutputStream out) throws IOException {
        new OneRosterZip(layout).write(out);
    }

    /** The calendar of every school, weekends and breaks included. */
    public void writeCalendar(OutputStream out) throws IOException {
        new ScheduleFiles(layout).writeCalendar(out);
    }

    /** The meetings of every class, by semester and kind of day. */
    public void writeBellSchedule(OutputStream out) throws IOException {
        new ScheduleFiles(layout).writeBellSchedule(out);
    }

    /** Whole-day absences from {@code first} to {@code last}, both inclusive, day after day. */
    public void writeAttendance(OutputStream out, LocalDate first, LocalDate last) throws IOException {
        new ScheduleFiles(layout).writeAttendance(out, first, last);
    }

    /** The competencies of all courses. */
    public void writeCompetencies(OutputStream out) throws IOException {
        CurriculumFiles.writeCompetencies(map, out);
    }

    /** What each competency needs before it. */
    public void writePrerequisites(OutputStream out) throws IOException {
        CurriculumFiles.writePrerequisites(map, out);
    }

    /** The attempts of a window as CSV; answers how many. */
    public long writeAttempts(OutputStream out, Instant from, Instant to) throws IOException {
        return AttemptFile.write(attempts(from, to).iterator(), out);
    }
}
