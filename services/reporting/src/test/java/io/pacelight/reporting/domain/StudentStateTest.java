package io.pacelight.reporting.domain;

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
import static io.pacelight.reporting.domain.Given.stalled;
import static io.pacelight.reporting.domain.Given.student;
import static io.pacelight.reporting.domain.Given.voided;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StudentStateTest {
    @Test
    void an_older_judgement_does_not_replace_a_newer_one() {
        StudentState state = student("stu_1", judged(5, "A", 3, true), judged(4, "A", 2, false));

        assertThat(state.competencies().get("A")).isEqualTo(Given.competence(5, 3, true, Struggle.INDETERMINATE));
    }

    @Test
    void facts_known_already_leave_the_very_same_state() {
        StudentFact[] facts = everything().toArray(new StudentFact[0]);
        StudentState state = student("stu_1", facts);

        assertThat(state.with(List.of(facts))).isSameAs(state);
    }

    @Test
    void any_order_and_any_repetition_of_the_facts_give_the_same_state() {
        StudentState expected = StudentState.unknown(Given.DISTRICT, "stu_1").with(everything());
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            List<StudentFact> facts = new ArrayList<>(everything());
            facts.addAll(everything().subList(0, 20));
            Collections.shuffle(facts, random);
            StudentState state = StudentState.unknown(Given.DISTRICT, "stu_1");
            while (!facts.isEmpty()) {
                int batch = 1 + random.nextInt(facts.size());
                state = state.with(List.copyOf(facts.subList(0, batch)));
                facts.subList(0, batch).clear();
            }
            assertThat(state).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void of_a_class_the_open_conference_and_the_last_ten_closed_are_kept() {
        StudentState state = StudentState.unknown(Given.DISTRICT, "stu_1").with(fifteenConferences());

        assertThat(state.conferences().keySet())
                .containsExactlyInAnyOrder("c05", "c06", "c07", "c08", "c09", "c10", "c11", "c12", "c13", "c14", "c15");
        assertThat(state.openConference("class-1")).isNotNull();
    }

    @Test
    void a_forgotten_conference_does_not_come_back_when_its_opening_is_delivered_again() {
        StudentState state = StudentState.unknown(Given.DISTRICT, "stu_1").with(fifteenConferences());

        assertThat(state.with(List.of(conference(1, "c01", "class-1", ConferenceStatus.OPEN, MONDAY))))
                .isSameAs(state);
    }

    @Test
    void a_light_that_was_taken_away_stays_away() {
        StudentState state = student("stu_1", lit(2, "class-1", "A", Pace.NONE), lit(1, "class-1", "A", Pace.MISSED));

        assertThat(state.in("class-1").pace()).isEqualTo(Pace.NONE);
    }

    @Test
    void the_most_pressing_light_of_a_class_is_its_pace() {
        StudentState state = student(
                "stu_1",
                lit(1, "class-1", "A", Pace.ON_PACE),
                lit(2, "class-1", "B", Pace.WATCH),
                lit(3, "class-2", "C", Pace.MISSED));

        assertThat(state.in("class-1").pace()).isEqualTo(Pace.WATCH);
        assertThat(state.paceOn("C")).isEqualTo(Pace.MISSED);
        assertThat(state.paceOn("Z")).isEqualTo(Pace.NONE);
    }

    @Test
    void whoever_has_mastered_all_targets_of_a_class_is_on_pace() {
        StudentState state = student(
                "stu_1", judged(1, "A", 2, true), lit(1, "class-1", "A", Pace.NONE), lit(1, "class-2", "B", Pace.NONE));

        assertThat(state.pace("class-1")).isEqualTo(Pace.ON_PACE);
        assertThat(state.pace("class-2")).isEqualTo(Pace.NONE);
        assertThat(state.pace("class-3")).isEqualTo(Pace.NONE);
    }

    @Test
    void a_student_is_stalled_until_the_clearing() {
        StudentState state = student("stu_1", stalled(1, "class-1", Cause.IDLE));

        assertThat(state.in("class-1").stalled()).isEqualTo(Cause.IDLE);
        assertThat(state.with(List.of(stalled(2, "class-1", null)))
                        .in("class-1")
                        .stalled())
                .isNull();
        assertThat(state.in("class-9").stalled()).isNull();
    }

    @Test
    void stuck_is_wheel_spinning_or_three_attempts_and_a_missed_target() {
        StudentState state = student(
                "stu_1",
                spinning(1, "SPIN"),
                judged(1, "THREE", 3, false),
                judged(1, "TWO", 2, false),
                judged(1, "DONE", 9, true),
                lit(1, "class-1", "THREE", Pace.MISSED),
                lit(1, "class-1", "TWO", Pace.MISSED),
                lit(1, "class-1", "DONE", Pace.MISSED));

        assertThat(state.stuckOn("SPIN")).isTrue();
        assertThat(state.stuckOn("THREE")).isTrue();
        assertThat(state.stuckOn("TWO")).isFalse();
        assertThat(state.stuckOn("DONE")).isFalse();
        assertThat(state.stuckOn("NEVER")).isFalse();
    }

    @Test
    void a_move_keeps_the_school_left_behind_among_those_that_may_count_the_student() {
        StudentState state = student("stu_1", placed(1, "north", "class-1"), placed(2, "south", "class-2"));

        assertThat(state.schools(TODAY)).containsExactly("south");
        assertThat(state.mayCountIn()).containsExactly("north", "south");
    }

    @Test
    void an_enrolment_counts_from_its_first_to_its_last_day() {
        Enrolment enrolment = new Enrolment(
                "class-1", "course-1", "north", LocalDate.parse("2026-09-01"), LocalDate.parse("2026-09-16"));

        assertThat(enrolment.on(LocalDate.parse("2026-08-31"))).isFalse();
        assertThat(enrolment.on(LocalDate.parse("2026-09-01"))).isTrue();
        assertThat(enrolment.on(LocalDate.parse("2026-09-16"))).isTrue();
        assertThat(enrolment.on(LocalDate.parse("2026-09-17"))).isFalse();
    }

    @Test
    void a_student_of_two_schools_is_at_home_in_one() {
        StudentState state =
                student("stu_1", new StudentFact.Placed(placement(1, List.of("south", "north"), true, "class-1")));

        assertThat(state.schools(TODAY)).containsExactly("north", "south");
        assertThat(state.home(TODAY)).isEqualTo("north");
    }

    @Test
    void who_left_or_is_in_no_roster_is_at_home_in_no_school() {
        assertThat(student("stu_1", left(1, "north", "class-1")).home(TODAY)).isEqualTo("*");
        assertThat(student("stu_1", left(1, "north", "class-1")).enrolments(TODAY))
                .isEmpty();
        assertThat(student("stu_1", recorded("A", "a1", MONDAY)).home(TODAY)).isEqualTo("*");
    }

    @Test
    void without_a_school_of_its_own_the_class_says_where_a_student_is_at_home() {
        Placement placement = new Placement(
                List.of(),
                List.of(),
                List.of(new Enrolment("class-1", "course-1", "north", null, null)),
                List.of(),
                true,
                1);

        assertThat(student("stu_1", new StudentFact.Placed(placement)).home(TODAY))
                .isEqualTo("north");
    }

    @Test
    void attempts_are_counted_once_and_voided_ones_not_at_all() {
        StudentState state = student(
                "stu_1",
                recorded("A", "a1", MONDAY),
                recorded("A", "a1", MONDAY),
                recorded("B", "a2", MONDAY),
                recorded("B", "a3", MONDAY),
                voided("B", "a3"),
                judged(1, "A", 1, false));

        assertThat(state.attempts().countAttempts()).isEqualTo(2);
        assertThat(state.attempts().countPieces()).isEqualTo(2);
        assertThat(state.piecesJudged()).isEqualTo(1);
    }

    private static List<StudentFact> fifteenConferences() {
        List<StudentFact> facts = new ArrayList<>();
        for (int i = 1; i <= 15; i++) {
            String id = "c%02d".formatted(i);
            var openedAt = MONDAY.plusSeconds(3_600L * i);
            facts.add(conference(2 * i - 1, id, "class-1", ConferenceStatus.OPEN, openedAt));
            if (i < 15) facts.add(conference(2 * i, id, "class-1", ConferenceStatus.DONE, openedAt));
        }
        return facts;
    }

    private static List<StudentFact> everything() {
        List<StudentFact> facts = new ArrayList<>(fifteenConferences());
        for (int i = 1; i <= 6; i++) {
            facts.add(judged(i, "A", i, i % 2 == 0));
            facts.add(lit(i, "class-1", "A", Pace.values()[i % 4]));
            facts.add(stalled(i, "class-1", i % 2 == 0 ? null : Cause.IDLE));
            facts.add(recorded("A", "a" + i, MONDAY.plusSeconds(i)));
            facts.add(placed(i, "school-" + i, "class-1"));
        }
        facts.add(voided("A", "a3"));
        facts.add(lit(9, "class-2", "B", Pace.WATCH));
        return facts;
    }
}
