package io.pacelight.reporting.domain.rollup;

import static io.pacelight.reporting.domain.Given.MONDAY;
import static io.pacelight.reporting.domain.Given.TODAY;
import static io.pacelight.reporting.domain.Given.conference;
import static io.pacelight.reporting.domain.Given.judged;
import static io.pacelight.reporting.domain.Given.left;
import static io.pacelight.reporting.domain.Given.lit;
import static io.pacelight.reporting.domain.Given.placed;
import static io.pacelight.reporting.domain.Given.placement;
import static io.pacelight.reporting.domain.Given.recorded;
import static io.pacelight.reporting.domain.Given.spinning;
import static io.pacelight.reporting.domain.Given.student;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.pacelight.reporting.domain.Cause;
import io.pacelight.reporting.domain.ConferenceStatus;
import io.pacelight.reporting.domain.Pace;
import io.pacelight.reporting.domain.StudentFact;
import io.pacelight.reporting.domain.StudentState;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RollUpTest {
    private static final SchoolTime TIME = new SchoolTime(ZoneId.of("America/Detroit"), Set.of());

    @Test
    void a_student_counts_once_by_the_most_pressing_light_and_in_each_class_by_that_class() {
        StudentState student = student(
                "stu_1",
                placed(1, "north", "class-1", "class-2"),
                lit(1, "class-1", "A", Pace.MISSED),
                lit(1, "class-2", "B", Pace.ON_PACE));

        RollUp total = of("north", student);

        assertThat(total.students().pace()).isEqualTo(new PaceTally(1, 0, 0, 1));
        assertThat(total.classes())
                .isEqualTo(Map.of("class-1", new PaceTally(1, 0, 0, 1), "class-2", new PaceTally(1, 1, 0, 0)));
    }

    @Test
    void competencies_are_counted_by_evidence_mastery_and_being_stuck() {
        RollUp total = of(
                "north",
                student("stu_1", placed(1, "north"), judged(1, "A", 2, true)),
                student("stu_2", placed(1, "north"), spinning(1, "A")),
                student("stu_3", placed(1, "north"), judged(1, "A", 1, false)),
                student("stu_4", placed(1, "north"), judged(1, "A", 0, false)));

        assertThat(total.students().competencies()).isEqualTo(Map.of("A", new CompetencyTally(3, 1, 1)));
        assertThat(total.students().competencies().get("A").determinate()).isEqualTo(2);
        assertThat(total.students().competencies().get("A").indeterminate()).isEqualTo(1);
        assertThat(total.students().stuck()).isEqualTo(1);
        assertThat(total.students().pairs()).isEqualTo(3);
        assertThat(total.students().masteredPairs()).isEqualTo(1);
    }

    @Test
    void a_student_of_two_schools_counts_in_both_and_once_for_the_district() {
        StudentState student =
                student("stu_1", new StudentFact.Placed(placement(1, List.of("north", "south"), true, "class-1")));

        assertThat(of("north", student).home().pace().students()).isEqualTo(1);
        assertThat(of("south", student).home().pace().students()).isZero();
        assertThat(of("south", student).students().pace().students()).isEqualTo(1);
        assertThat(of("west", student)).isEqualTo(RollUp.EMPTY);
    }

    @Test
    void attempts_of_somebody_in_no_roster_count_for_the_district_alone() {
        StudentState student = student("stu_1", recorded("A", "a1", MONDAY), judged(1, "A", 1, true));

        RollUp total = of(StudentState.NO_SCHOOL, student);

        assertThat(total.home())
                .isEqualTo(new StudentTally(PaceTally.NONE, 0, 1, 1, 1, Map.of("A", new CompetencyTally(1, 1, 0))));
    }

    @Test
    void who_left_counts_nowhere_but_in_the_ledger() {
        StudentState student =
                student("stu_1", left(1, "north", "class-1"), recorded("A", "a1", MONDAY), judged(1, "A", 1, true));

        assertThat(of("north", student)).isEqualTo(RollUp.EMPTY);
        assertThat(of(StudentState.NO_SCHOOL, student).home())
                .isEqualTo(new StudentTally(PaceTally.NONE, 0, 1, 1, 1, Map.of()));
    }

    @Test
    void conferences_are_counted_by_cause_while_open_and_by_week_once_begun() {
        StudentState student = student(
                "stu_1",
                placed(1, "north", "class-1"),
                conference(1, "c1", "class-1", ConferenceStatus.DONE, MONDAY),
                conference(2, "c2", "class-1", ConferenceStatus.OPEN, MONDAY.plus(Duration.ofHours(1))));

        RollUp total = of("north", student);

        assertThat(total.open()).isEqualTo(Map.of(Cause.PACING, 1));
        assertThat(total.openConferences()).isEqualTo(1);
        assertThat(total.weeks()).isEqualTo(Map.of(LocalDate.parse("2026-09-14"), new WeekTally(1, 1, 1)));
        assertThat(total.weeks().get(LocalDate.parse("2026-09-14")).withinDayShare())
                .isEqualTo(1.0);
    }

    @Test
    void a_conference_of_a_class_left_behind_counts_nowhere() {
        StudentState student = student(
                "stu_1", placed(1, "north", "class-2"), conference(1, "c1", "class-1", ConferenceStatus.OPEN, MONDAY));

        assertThat(of("north", student).openConferences()).isZero();
    }

    @Test
    void sums_do_not_depend_on_how_the_students_are_parted() {
        List<StudentState> students = new ArrayList<>();
        for (int i = 0; i < 200; i++)
            students.add(student(
                    "stu_" + i,
                    placed(1, i % 3 == 0 ? "north" : "south", "class-" + i % 5),
                    judged(1, "C" + i % 7, i % 4, i % 2 == 0),
                    lit(1, "class-" + i % 5, "C" + i % 7, Pace.values()[i % 4]),
                    conference(1, "c" + i, "class-" + i % 5, ConferenceStatus.values()[i % 4], MONDAY)));
        List<RollUp> parts = new ArrayList<>();
        for (int bucket = 0; bucket < Bucket.COUNT; bucket++) {
            int number = bucket;
            parts.add(RollUp.of(
                    "south",
                    students.stream()
                            .filter(student ->
                                    Bucket.of("d1", "south", student.student()).number() == number)
                            .toList(),
                    TODAY,
                    TIME));
        }

        assertThat(RollUp.sum(parts)).isEqualTo(RollUp.of("south", students, TODAY, TIME));
        assertThat(RollUp.sum(parts).students().pace().students()).isEqualTo(133);
        RollUp others = RollUp.sum(parts.subList(1, parts.size()));
        assertThat(RollUp.sum(parts).minus(parts.getFirst())).isEqualTo(others);
        assertThat(RollUp.sum(parts).minus(RollUp.sum(parts))).isEqualTo(RollUp.EMPTY);
    }

    @Test
    void shares_are_of_those_with_a_running_target() {
        assertThat(new PaceTally(10, 3, 1, 0).share()).isEqualTo(0.75, within(1e-9));
        assertThat(new PaceTally(10, 0, 0, 0).share()).isNull();
        assertThat(WeekTally.NONE.withinDayShare()).isNull();
    }

    @Test
    void a_bucket_is_one_of_256() {
        assertThat(Bucket.of("d1", "north", "stu_1").number())
                .isEqualTo(Bucket.of("d2", "south", "stu_1").number());
        assertThatIllegalArgumentException().isThrownBy(() -> new Bucket("d1", "north", 256));
        assertThat(new Bucket("d1", "a", 5)).isLessThan(new Bucket("d1", "a", 6));
        assertThat(new Bucket("d1", "a", 5)).isLessThan(new Bucket("d1", "b", 1));
        assertThat(new Bucket("d1", "a", 5)).isLessThan(new Bucket("d2", "a", 1));
    }

    @Test
    void the_next_school_day_skips_the_weekend_and_the_days_off() {
        LocalDate friday = LocalDate.parse("2026-09-18");
        SchoolTime withHoliday = new SchoolTime(ZoneId.of("UTC"), Set.of(friday, LocalDate.parse("2026-09-22")));

        assertThat(TIME.next(friday)).isEqualTo("2026-09-21");
        assertThat(withHoliday.next(friday)).isEqualTo("2026-09-22");
        assertThat(withHoliday.previous(LocalDate.parse("2026-09-22"))).isEqualTo(friday);
        assertThat(withHoliday.next(LocalDate.parse("2026-09-22"))).isEqualTo("2026-09-23");
    }

    @Test
    void a_checksum_tells_calendars_and_zones_apart_and_not_the_order_of_days() {
        LocalDate monday = LocalDate.parse("2026-09-14");
        SchoolTime time = new SchoolTime(ZoneId.of("UTC"), Set.of(monday, monday.plusDays(3)));

        assertThat(new SchoolTime(ZoneId.of("UTC"), Set.of(monday.plusDays(3), monday)).checksum())
                .isEqualTo(time.checksum());
        assertThat(new SchoolTime(ZoneId.of("UTC"), Set.of(monday.plusDays(1), monday.plusDays(2))).checksum())
                .isNotEqualTo(time.checksum());
        assertThat(new SchoolTime(ZoneId.of("Europe/London"), time.instructional()).checksum())
                .isNotEqualTo(time.checksum());
    }

    private static RollUp of(String school, StudentState... students) {
        return RollUp.of(school, List.of(students), TODAY, TIME);
    }
}
