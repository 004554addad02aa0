package io.pacelight.simulator.school;

import io.pacelight.simulator.curriculum.CompetencyMap;
import io.pacelight.simulator.curriculum.Subject;
import io.pacelight.simulator.random.Draw;
import io.pacelight.simulator.random.Topic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Schools, staff and sections of a district. There are about 8 · (students / 1,000)^0.7 schools, every fourth a high school; teachers have
 * four or five sections wherever there are enough, and nobody, student or teacher, is in two sections in one period.
 */
public final class Layout {
    /** The district's organisation. */
    public static final String DISTRICT_ID = "ORG-CR";

    public static final String DISTRICT_NAME = "Cedar Reach Unified School District";

    private static final List<Subject> SUBJECTS = List.of(Subject.values());
    private static final int TEACHER_LOAD = 5;
    private static final int SECTIONS_PER_CO_TEACHER = 16;
    private static final int LARGEST_STAFF = 1_000;

    private final long seed;
    private final int students;
    private final CompetencyMap map;
    private final Names names = new Names();
    private final People people;
    private final List<School> schools = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private final List<Staff> staff = new ArrayList<>();

    private Layout(long seed, int students, CompetencyMap map) {
        this.seed = seed;
        this.students = students;
        this.map = map;
        this.people = new People(seed, names);
    }

    /** Lays out the district of a seed and a number of students. */
    public static Layout of(long seed, int students, CompetencyMap map) {
        Layout layout = new Layout(seed, students, map);
        layout.addSchools();
        layout.staff.add(layout.people.staff("A-1", "districtAdministrator", DISTRICT_ID, 0));
        for (School school : layout.schools) layout.fill(school);
        return layout;
    }

    public long seed() {
        return seed;
    }

    /** The number of students; they are numbered from 0. */
    public int students() {
        return students;
    }

    public CompetencyMap map() {
        return map;
    }

    public List<School> schools() {
        return Collections.unmodifiableList(schools);
    }

    public List<Section> sections() {
        return Collections.unmodifiableList(sections);
    }

    public List<Staff> staff() {
        return Collections.unmodifiableList(staff);
    }

    /** The student with a number from 0. */
    public Student student(int number) {
        return people.student(number, schoolOf(number));
    }

    /** The school of a student. */
    public School schoolOf(int student) {
        int low = 0;
        int high = schools.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (schools.get(middle).firstStudent() <= student) low = middle;
            else high = middle - 1;
        }
        return schools.get(low);
    }

    private void addSchools() {
        int count = Math.max(2, (int) Math.round(8 * StrictMath.pow(students / 1_000.0, 0.7)));
        double[] upTo = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += Draw.about(Topic.SCHOOL_SIZE, seed, i).between(0.85, 1.15);
            upTo[i] = sum;
        }
        int offset = Draw.about(Topic.SCHOOL, seed, -1).below(1_024);
        int first = 0;
        for (int i = 0; i < count; i++) {
            int next = i == count - 1 ? students : (int) (students * (upTo[i] / sum));
            boolean high = i % 4 == 3 || (count < 4 && i == count - 1);
            int start = Draw.about(Topic.SCHOOL, seed, i).below(Bells.STARTS);
            String id = DISTRICT_ID + "-" + People.digits(i + 1, 4);
            schools.add(new School(i, id, names.school(i, offset, high), high, first, next - first, start));
            first = next;
        }
    }

    private void fill(School school) {
        String place = People.digits(school.number() + 1, 4);
        long base = (school.number() + 1L) * LARGEST_STAFF;
        staff.add(people.staff("L-" + place, "principal", school.id(), base));
        staff.add(people.staff("C-" + place, "counselor", school.id(), base + 1));
        List<School.Cohort> cohorts = school.cohorts();
        int count = cohorts.size() * Subject.values().length;
        int teachers = (count + TEACHER_LOAD - 1) / TEACHER_LOAD;
        int coTeachers = Math.max(1, count / SECTIONS_PER_CO_TEACHER);
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= teachers + coTeachers; i++) {
            String id = "T-" + place + "-" + People.digits(i, 2);
            ids.add(id);
            staff.add(people.staff(id, "teacher", school.id(), base + 1 + i));
        }
        Timetable timetable = new Timetable();
        int[] periods = new int[count];
        for (int i = 0; i < count; i++) {
            int cohort = i % cohorts.size();
            int wish = school.number() + cohort * 2 + i / cohorts.size() * 3;
            periods[i] = timetable.place(ids.get(teacherOf(i, teachers, count)), "cohort " + cohort, wish);
        }
        Map<Integer, String> second = new HashMap<>();
        for (int i = 0; i < coTeachers; i++) {
            String id = ids.get(teachers + i);
            for (int section = i * count / coTeachers, load = 0; section < count && load < TEACHER_LOAD; section++) {
                if (second.containsKey(section) || !timetable.book(id, periods[section])) continue;
                second.put(section, id);
                load++;
            }
        }
        for (int i = 0; i < count; i++) {
            int teacher = teacherOf(i, teachers, count);
            String room = Integer.toString(100 + teacher / 16 * 100 + teacher % 16 + 1);
            addSection(school, cohorts, i, periods[i], room, ids.get(teacher), second.get(i));
        }
    }

    private void addSection(
            School school,
            List<School.Cohort> cohorts,
            int place,
            int period,
            String room,
            String teacher,
            @Nullable String coTeacher) {
        School.Cohort cohort = cohorts.get(place % cohorts.size());
        var course = map.course(SUBJECTS.get(place / cohorts.size()), cohort.grade());
        String id = "CLS-" + school.id().substring(DISTRICT_ID.length() + 1) + "-" + course.code() + "-"
                + People.digits(cohort.number(), 2);
        sections.add(new Section(
                sections.size(),
                id,
                course,
                school,
                cohort.number(),
                cohort.first(),
                cohort.size(),
                period,
                room,
                teacher,
                coTeacher));
    }

    private static int teacherOf(int section, int teachers, int sections) {
        return (int) ((long) section * teachers / sections);
    }
}
