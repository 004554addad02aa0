package io.pacelight.reporting.application;

import io.pacelight.kit.state.StateDocument;
import io.pacelight.kit.time.SchoolClock;
import io.pacelight.reporting.application.RollUps.School;
import io.pacelight.reporting.application.StoredRollUp.Counted;
import io.pacelight.reporting.domain.StudentState;
import io.pacelight.reporting.domain.rollup.Bucket;
import io.pacelight.reporting.domain.rollup.RollUp;
import io.pacelight.reporting.domain.rollup.SchoolTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps totals in step with the level below. A bucket takes what a student came to count less or more, and says up to which
 * version of each student it has done so; where that does not fit, because somebody else was quicker or a crash came between,
 * or where it was counted for another day, by another calendar or by other rules, it is added up from its students anew. A school takes the
 * differences of its buckets in the same way. A district is not stored: it is the sum of its schools' home parts, one small
 * document a school.
 *
 * <p><b>No stale total.</b> First the total's version is read, then the level below, then the total is written if it
 * still has that version. Whoever changed a student brings the totals in step afterwards; if two do so at once, the one who
 * read the student first and writes last loses the guard and starts again. A total is therefore written even if it came out
 * equal: a write that was left out could not make the other one lose. Where only a difference is taken nothing below is read,
 * and the mark stands for it: under a version there was only ever one state of a student, so a bucket that has counted that version
 * holds exactly what is taken off.
 *
 * <p><b>No lost mark.</b> What is dirty is not stored. A batch's offset is committed only after its totals are written,
 * and the marks follow from the inputs and the students' states alone ({@link StudentState#everAt} only grows), so a
 * crash between the two brings the same inputs and with them the same marks.
 *
 * <p><b>Cost.</b> A batch marks at most one bucket for each student it touches and school of that student, and each bucket
 * is read and written once a batch however many of its students were touched. Its other students are read only where it is added
 * up: after a crash, for its first batch on a new day or by a new calendar, and for a student who comes from another school. A bucket
 * has a 256th of a school, some five students. A school's document is read and written once a batch. So the cost grows with the
 * batch and not with the district; only while a first roster comes in are those counted that are in no school yet.
 */
public final class RefreshRollUps {
    private static final int AT_ONCE = 512;
    private static final int ROUNDS = 100;

    private final Students students;
    private final RollUps rollUps;
    private final SchoolTimes times;
    private final SchoolClock clock;

    public RefreshRollUps(Students students, RollUps rollUps, SchoolTimes times, SchoolClock clock) {
        this.students = students;
        this.rollUps = rollUps;
        this.times = times;
        this.clock = clock;
    }

    /** A student before and after a batch; the same if nothing was new. */
    public record Touched(StateDocument<StudentState> before, StateDocument<StudentState> after) {
        String student() {
            return after.state().student();
        }
    }

    /**
     * Returns when the buckets and their schools contain everything that was stored of students before the call.
     *
     * @param dirty the students whose change each bucket may not contain yet
     */
    public void refresh(Map<Bucket, List<Touched>> dirty) {
        Map<School, List<Recount>> recounts = recount(dirty);
        untilWritten(recounts.keySet(), schools -> refreshSchools(schools, recounts));
    }

    private Map<School, List<Recount>> recount(Map<Bucket, List<Touched>> dirty) {
        Map<School, List<Recount>> recounts = new LinkedHashMap<>();
        List<Bucket> ordered = new ArrayList<>(new TreeSet<>(dirty.keySet()));
        for (int from = 0; from < ordered.size(); from += AT_ONCE)
            untilWritten(
                    ordered.subList(from, Math.min(ordered.size(), from + AT_ONCE)),
                    buckets -> refreshBuckets(buckets, dirty, recounts));
        return recounts;
    }

    /**
     * Counts anew the schools whose totals are of another day, since enrolments begin and end with the day, or by another calendar or
     * other rules.
     */
    public Collection<School> refreshDay() {
        Instant now = clock.now();
        List<School> stale = new ArrayList<>();
        rollUps.counted().forEach((school, counted) -> {
            if (!day(school, now).counted().equals(counted)) stale.add(school);
        });
        for (School school : stale) {
            Map<Bucket, List<Touched>> all = new HashMap<>();
            for (Bucket bucket : bucketsOf(school)) all.put(bucket, List.of());
            recount(all);
            untilWritten(List.of(school), schools -> refreshSchools(schools, Map.of()));
        }
        return stale;
    }

    private <K> void untilWritten(Collection<K> keys, Function<Collection<K>, Collection<K>> attempt) {
        Collection<K> open = keys;
        for (int round = 0; !open.isEmpty(); round++) {
            if (round == ROUNDS) throw new IllegalStateException(open.size() + " totals keep changing under us");
            open = attempt.apply(open);
        }
    }

    /** A bucket's total as it was and as it is now stored, under the version after that. */
    private record Recount(Bucket bucket, long version, RollUp before, StoredRollUp after) {
        String mark() {
            return Integer.toString(bucket.number());
        }
    }

    private Collection<Bucket> refreshBuckets(
            Collection<Bucket> buckets, Map<Bucket, List<Touched>> touched, Map<School, List<Recount>> recounts) {
        Instant now = clock.now();
        Map<School, Day> days = new HashMap<>();
        List<Due> anew = new ArrayList<>();
        Map<Bucket, Recount> made = new HashMap<>();
        List<StateDocument<StoredRollUp>> totals = new ArrayList<>(buckets.size());
        rollUps.buckets(buckets).forEach((bucket, document) -> {
            Day day = days.computeIfAbsent(new School(bucket.district(), bucket.school()), school -> day(school, now));
            Due due = new Due(bucket, document, day);
            StateDocument<StoredRollUp> total = due.taking(touched.getOrDefault(bucket, List.of()));
            if (total == null) {
                anew.add(due);
            } else {
                totals.add(total);
                made.put(bucket, due.recount(total));
            }
        });
        Map<Bucket, List<StateDocument<StudentState>>> members = anew.isEmpty()
                ? Map.of()
                : students.inBuckets(anew.stream().map(Due::bucket).toList());
        for (Due due : anew) {
            StateDocument<StoredRollUp> total = due.addedUp(members.getOrDefault(due.bucket(), List.of()));
            totals.add(total);
            made.put(due.bucket(), due.recount(total));
        }
        Collection<Bucket> lost = rollUps.saveBuckets(totals);
        made.keySet().removeAll(lost);
        made.forEach((bucket, recount) -> recounts.computeIfAbsent(
                        new School(bucket.district(), bucket.school()), none -> new ArrayList<>())
                .add(recount));
        return lost;
    }

    private Day day(School school, Instant now) {
        SchoolTime time = times.of(school.district(), school.id());
        long calendar = ((long) RollUp.EDITION << Integer.SIZE) + time.checksum();
        return new Day(now, time, new Counted(time.day(now), calendar));
    }

    /** A school's day, and what a total says that is counted for it. */
    private record Day(Instant now, SchoolTime time, Counted counted) {}

    /** A bucket that is to be brought in step, as it was read. */
    private record Due(Bucket bucket, StateDocument<StoredRollUp> document, Day day) {
        /** With what is new of the students; none if the bucket is not known to hold exactly what they counted before. */
        @Nullable
        StateDocument<StoredRollUp> taking(List<Touched> touched) {
            if (touched.isEmpty()
                    || isNowhere()
                    || !day.counted.equals(document.state().counted())) return null;
            List<RollUp> before = new ArrayList<>(touched.size());
            List<RollUp> after = new ArrayList<>(touched.size());
            Map<String, Long> marks = new HashMap<>(document.marks());
            for (Touched student : touched) {
                long counted = marks.getOrDefault(student.student(), 0L);
                if (counted >= student.after().version()) continue; // by whoever added the bucket up meanwhile
                if (counted != student.before().version()) return null;
                before.add(count(student.before()));
                after.add(count(student.after()));
                marks.put(student.student(), student.after().version());
            }
            return stored(document.state().total().plus(RollUp.sum(after)).minus(RollUp.sum(before)), marks);
        }

        StateDocument<StoredRollUp> addedUp(List<StateDocument<StudentState>> members) {
            List<RollUp> parts = new ArrayList<>(members.size());
            Map<String, Long> marks = new HashMap<>();
            for (StateDocument<StudentState> member : members) {
                parts.add(count(member));
                if (!isNowhere()) marks.put(member.state().student(), member.version());
            }
            return stored(RollUp.sum(parts), marks);
        }

        /**
         * Those in no school have buckets too, which lose a member who finds one, and with it the mark up to where they had counted
         * it. They have few members and are added up each time.
         */
        private boolean isNowhere() {
            return bucket.school().equals(StudentState.NO_SCHOOL);
        }

        Recount recount(StateDocument<StoredRollUp> total) {
            return new Recount(bucket, document.version(), document.state().total(), total.state());
        }

        private RollUp count(StateDocument<StudentState> student) {
            return RollUp.of(bucket.school(), student.state(), day.counted.day(), day.time);
        }

        private StateDocument<StoredRollUp> stored(RollUp total, Map<String, Long> marks) {
            return with(document, new StoredRollUp(total, day.counted, day.now), marks);
        }
    }

    /** Schools without recounts are added up from all of their buckets. */
    private Collection<School> refreshSchools(Collection<School> schools, Map<School, List<Recount>> recounts) {
        List<StateDocument<StoredRollUp>> totals = new ArrayList<>();
        rollUps.schools(schools).forEach((school, document) -> {
            List<Recount> own = recounts.getOrDefault(school, List.of());
            boolean follows = document.version() > 0
                    && !own.isEmpty()
                    && own.stream().allMatch(recount -> known(document, recount) >= recount.version());
            totals.add(follows ? taking(document, own) : addedUp(school, document));
        });
        return rollUps.saveSchools(totals);
    }

    /** Up to which version the school has taken a bucket in. */
    private static long known(StateDocument<StoredRollUp> school, Recount recount) {
        return school.marks().getOrDefault(recount.mark(), 0L);
    }

    private StateDocument<StoredRollUp> taking(StateDocument<StoredRollUp> school, List<Recount> recounts) {
        List<RollUp> before = new ArrayList<>();
        List<RollUp> after = new ArrayList<>();
        Map<String, Long> marks = new HashMap<>(school.marks());
        List<Counted> counted = new ArrayList<>(List.of(school.state().counted()));
        for (Recount recount : recounts) {
            if (known(school, recount) > recount.version()) continue; // taken in by who added the school up meanwhile
            before.add(recount.before());
            after.add(recount.after().total());
            marks.put(recount.mark(), recount.version() + 1);
            counted.add(recount.after().counted());
        }
        RollUp total = school.state().total().plus(RollUp.sum(after)).minus(RollUp.sum(before));
        return with(school, new StoredRollUp(total, Counted.of(counted), clock.now()), marks);
    }

    private StateDocument<StoredRollUp> addedUp(School school, StateDocument<StoredRollUp> document) {
        List<StoredRollUp> parts = new ArrayList<>();
        Map<String, Long> marks = new HashMap<>();
        rollUps.buckets(bucketsOf(school)).forEach((bucket, part) -> {
            if (part.version() == 0) return;
            parts.add(part.state());
            marks.put(Integer.toString(bucket.number()), part.version());
        });
        RollUp sum = RollUp.sum(parts.stream().map(StoredRollUp::total).toList());
        Instant now = clock.now();
        Counted counted = parts.isEmpty()
                ? day(school, now).counted()
                : Counted.of(parts.stream().map(StoredRollUp::counted).toList());
        return with(document, new StoredRollUp(sum, counted, now), marks);
    }

    private static List<Bucket> bucketsOf(School school) {
        List<Bucket> buckets = new ArrayList<>();
        for (int number = 0; number < Bucket.COUNT; number++)
            buckets.add(new Bucket(school.district(), school.id(), number));
        return buckets;
    }

    /** The buckets that a student's facts concern; {@code moved} if the roster said anew where the student belongs. */
    public static Set<Bucket> concerning(StudentState student, boolean moved, LocalDate day) {
        Set<String> schools = new TreeSet<>(student.everAt());
        if (moved || student.home(day).equals(StudentState.NO_SCHOOL)) schools.add(StudentState.NO_SCHOOL);
        return schools.stream()
                .map(school -> Bucket.of(student.district(), school, student.student()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static StateDocument<StoredRollUp> with(
            StateDocument<StoredRollUp> document, StoredRollUp total, Map<String, Long> marks) {
        return new StateDocument<>(document.id(), document.version(), 0, total, marks, List.of());
    }
}
