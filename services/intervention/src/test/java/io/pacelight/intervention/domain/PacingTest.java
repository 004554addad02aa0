package io.pacelight.intervention.domain;

import static io.pacelight.intervention.domain.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PacingTest {
    private final Scene scene = new Scene().withClass("math", "A", 120, "B", 240);

    @Test
    void a_light_turns_to_watch_at_three_quarters_and_is_missed_at_the_end() {
        scene.enrolledIn("math").timeIs(at(0, "00:00"));
        assertThat(scene.pace("math", "A")).isEqualTo(Pace.ON_PACE);

        scene.timeIs(at(1, "08:30"));
        assertThat(scene.pace("math", "A")).isEqualTo(Pace.WATCH);

        scene.timeIs(at(1, "08:59"));
        assertThat(scene.pace("math", "A")).isEqualTo(Pace.WATCH);

        scene.timeIs(at(1, "09:00"));
        assertThat(scene.pace("math", "A")).isEqualTo(Pace.MISSED);
        assertThat(scene.pace("math", "B")).isEqualTo(Pace.ON_PACE);
    }

    @Test
    void targets_of_a_plan_follow_one_another() {
        Scene late = scene.enrolledIn("math").timeIs(at(0, "00:00"));

        Light second = late.state.lightsOf("math").get("B");

        assertThat(second).isEqualTo(new Light("B", Pace.ON_PACE, at(4, "09:00"), at(7, "09:00"), 1));
    }

    @Test
    void a_missed_target_opens_one_conference_with_the_id_of_its_first_reason() {
        scene.enrolledIn("math").timeIs(at(1, "09:00"));

        Conference conference = scene.only();
        Reason reason = scene.reason("pace:A");

        assertThat(conference.id()).isEqualTo(reason.id()).isEqualTo(reason.conference());
        assertThat(reason.id()).isEqualTo(Reason.id("d1", "stu_1", "math", "pace:A", 1));
        assertThat(Reason.studentOf(reason.id())).isEqualTo("stu_1");
        assertThat(reason.cause()).isEqualTo(Cause.PACING);
        assertThat(reason.dueAt()).isEqualTo(at(1, "09:00"));
        assertThat(conference.state()).isEqualTo(Conference.State.OPEN);
    }

    @Test
    void further_reasons_join_the_conference_that_waits() {
        scene.enrolledIn("math").timeIs(at(60, "00:00"));

        assertThat(scene.state.reasonsOf(scene.only().id()))
                .extracting(Reason::target)
                .containsExactly("pace:A", "stall", "pace:B");
    }

    @Test
    void mastery_before_the_target_leaves_no_trace() {
        scene.enrolledIn("math").mastered("A", at(1, "08:10")).timeIs(at(1, "12:00"));

        assertThat(scene.state.reasons()).isEmpty();
        assertThat(scene.pace("math", "A")).isEqualTo(Pace.NONE);
    }

    @Test
    void mastery_before_the_conference_resolves_it_by_progress() {
        scene.enrolledIn("math").timeIs(at(1, "09:00")).mastered("A", at(2, "08:10"));

        assertThat(scene.only().state()).isEqualTo(Conference.State.RESOLVED_BY_PROGRESS);
        assertThat(scene.only().closedAt()).isEqualTo(at(2, "08:10"));
        assertThat(scene.pace("math", "A")).isEqualTo(Pace.NONE);
    }

    @Test
    void the_conference_waits_on_while_one_of_its_reasons_is_open() {
        scene.enrolledIn("math").timeIs(at(7, "09:00")).mastered("A", at(7, "10:00"));
        assertThat(scene.only().state()).isEqualTo(Conference.State.OPEN);
        assertThat(scene.reason("pace:A").isOpen()).isFalse();

        scene.mastered("B", at(8, "10:00"));
        assertThat(scene.only().state()).isEqualTo(Conference.State.RESOLVED_BY_PROGRESS);
    }

    @Test
    void a_target_strikes_again_as_a_new_episode_once_mastery_is_revoked() {
        scene.enrolledIn("math")
                .timeIs(at(1, "09:00"))
                .mastered("A", at(1, "10:00"))
                .learning("A", at(1, "11:00"))
                .timeIs(at(1, "12:00"));

        assertThat(scene.reason("pace:A").episode()).isEqualTo(2);
        assertThat(scene.state.conferences()).hasSize(2);
        assertThat(scene.open("math").id()).isEqualTo(Reason.id("d1", "stu_1", "math", "pace:A", 2));
    }

    @Test
    void a_target_once_missed_strikes_only_once_however_often_time_passes() {
        scene.enrolledIn("math").timeIs(at(1, "09:00")).timeIs(at(1, "09:00")).timeIs(at(1, "10:00"));

        assertThat(scene.state.reasons()).hasSize(1);
        assertThat(scene.last).isEmpty();
    }

    @Test
    void a_date_ends_with_its_last_meeting_and_one_before_the_student_came_is_none_of_theirs() {
        scene.classes.put(
                "math",
                Scene.facts(
                        "math",
                        "course-math",
                        Set.of(),
                        List.of(
                                new PacingPlan.Target("A", null, Scene.MON.plusDays(1)),
                                new PacingPlan.Target("B", null, Scene.MON.plusDays(6)))));
        scene.enrolled(scene.stay("math", 3, null)).timeIs(at(3, "00:00"));

        assertThat(scene.state.lightsOf("math").keySet()).containsExactly("B");
        assertThat(scene.state.lightsOf("math").get("B"))
                .isEqualTo(new Light("B", Pace.ON_PACE, at(4, "08:30"), at(4, "09:00"), 1));
    }

    @Test
    void a_closed_day_moves_the_clock_and_withdraws_what_has_not_started() {
        scene.enrolledIn("math").timeIs(at(1, "09:00"));
        scene.classes.put(
                "math",
                Scene.facts(
                        "math", "course-math", Set.of(LocalDate.of(2022, 1, 11)), Scene.targets("A", 120, "B", 240)));

        scene.told(new WatchInput.ReferenceMoved());
        assertThat(scene.state.dueAt()).isEqualTo(Instant.EPOCH);
        scene.timeIs(at(1, "10:00"));

        assertThat(scene.only().state()).isEqualTo(Conference.State.CLOCK_MOVED);
        assertThat(scene.reason("pace:A").isWithdrawn()).isTrue();
        assertThat(scene.pace("math", "A")).isEqualTo(Pace.ON_PACE);
        scene.timeIs(at(2, "09:00"));
        assertThat(scene.reason("pace:A").episode()).isEqualTo(2);
        assertThat(scene.open("math").id()).isEqualTo(scene.reason("pace:A").id());
    }

    @Test
    void a_conference_that_has_started_is_not_withdrawn() {
        scene.enrolledIn("math").timeIs(at(1, "09:00"));
        scene.told(new WatchInput.StartConference(scene.only().id(), "stf_1", at(1, "09:01")));
        scene.absent(0, null).timeIs(at(1, "09:02"));

        assertThat(scene.only().state()).isEqualTo(Conference.State.STARTED);
        assertThat(scene.reason("pace:A").isOpen()).isTrue();
    }

    @Test
    void an_absence_moves_the_clock_and_its_correction_moves_it_back() {
        scene.enrolledIn("math").absent(0, "math").timeIs(at(1, "09:00"));
        assertThat(scene.pace("math", "A")).isEqualTo(Pace.ON_PACE);

        scene.present(0, "math").timeIs(at(1, "09:05"));
        assertThat(scene.pace("math", "A")).isEqualTo(Pace.MISSED);
    }

    @Test
    void leaving_the_class_closes_the_conference_as_moved() {
        scene.enrolledIn("math").timeIs(at(1, "09:00"));
        scene.enrolled(scene.stay("math", null, 2)).timeIs(at(3, "12:00"));

        assertThat(scene.only().state()).isEqualTo(Conference.State.MOVED);
        assertThat(scene.only().closedAt()).isEqualTo(at(3, "00:00"));
        assertThat(scene.pace("math", "A")).isEqualTo(Pace.NONE);
        assertThat(scene.state.clocks()).isEmpty();
    }

    @Test
    void progress_before_the_student_left_is_told_late_and_still_counts() {
        scene.enrolledIn("math").timeIs(at(1, "09:00"));
        scene.enrolled(scene.stay("math", null, 2)).timeIs(at(3, "12:00")).mastered("A", at(2, "08:30"));

        assertThat(scene.only().state()).isEqualTo(Conference.State.RESOLVED_BY_PROGRESS);
        assertThat(scene.only().closedAt()).isEqualTo(at(2, "08:30"));
    }

    @Test
    void an_enrolment_that_vanishes_closes_the_conference_as_moved() {
        scene.enrolledIn("math").timeIs(at(1, "09:00")).enrolled().timeIs(at(1, "12:00"));

        assertThat(scene.only().state()).isEqualTo(Conference.State.MOVED);
    }

    @Test
    void the_end_of_the_term_closes_what_is_open() {
        scene.enrolledIn("math").timeIs(at(1, "09:00")).timeIs(at(200, "12:00"));

        assertThat(scene.only().state()).isEqualTo(Conference.State.TERM_ENDED);
        assertThat(scene.only().closedAt())
                .isEqualTo(Scene.LAST.plusDays(1).atStartOfDay(Scene.ZONE).toInstant());
        assertThat(scene.state.dueAt()).isNull();
    }

    @Test
    void a_change_of_section_carries_clocks_and_conference_along() {
        scene.withSection("math-2", "course-math", "A", 120, "B", 240);
        scene.enrolledIn("math").timeIs(at(1, "09:00"));
        scene.enrolled(scene.stay("math", null, 1), scene.stay("math-2", 2, null))
                .timeIs(at(2, "07:00"));

        Conference carried = scene.open("math-2");
        assertThat(carried.id()).isEqualTo(Reason.id("d1", "stu_1", "math", "pace:A", 1));
        assertThat(scene.state.conferences()).hasSize(1);
        assertThat(scene.pace("math-2", "A")).isEqualTo(Pace.MISSED);
        assertThat(scene.state.lightsOf("math-2").get("B"))
                .isEqualTo(new Light("B", Pace.ON_PACE, at(4, "09:00"), at(7, "09:00"), 1));
        assertThat(scene.state.lightsOf("math")).isEmpty();
    }

    @Test
    void a_class_that_begins_later_is_due_at_its_beginning() {
        scene.enrolled(scene.stay("math", 10, null)).timeIs(at(0, "12:00"));

        assertThat(scene.state.dueAt()).isEqualTo(at(10, "00:00"));
        assertThat(scene.state.lights()).isEmpty();
    }

    /** What is not written can't make a review lose that is under way and has not yet heard of the plan. */
    @Test
    void a_plan_that_moves_is_written_even_where_a_review_is_asked_for_already() {
        Scene scene = new Scene().withClass("math", "A", 60).enrolledIn("math");
        assertThat(scene.state.reviewAsked()).isTrue();

        scene.told(new WatchInput.ReferenceMoved());

        assertThat(scene.last).containsExactly(new WatchEvent.ReviewAsked());
    }

    @Test
    void a_class_that_is_not_known_has_no_clock_until_it_is() {
        scene.enrolled(new Enrolled("art", "course-art", null, null)).timeIs(at(1, "12:00"));
        assertThat(scene.state.dueAt()).isNull();

        scene.withClass("art", "X", 30).told(new WatchInput.ReferenceMoved()).timeIs(at(1, "12:00"));
        assertThat(scene.pace("art", "X")).isEqualTo(Pace.MISSED);
    }

    @Test
    void a_class_that_the_roster_withdraws_stops_its_clocks_and_closes_what_waits() {
        scene.enrolledIn("math").timeIs(at(1, "09:00")).withdrawn("math").timeIs(at(2, "09:30"));

        assertThat(scene.only().state()).isEqualTo(Conference.State.TERM_ENDED);
        assertThat(scene.state.lightsOf("math")).isEmpty();
        assertThat(scene.state.clocks()).isEmpty();
        assertThat(scene.state.dueAt()).isNull();
    }

    @Test
    void a_term_that_ended_freezes_the_clocks_and_closes_what_waits() {
        Scene after = scene.enrolledIn("math").timeIs(at(1, "09:00"));
        after.timeIs(Scene.LAST.plusDays(1).atStartOfDay(Scene.ZONE).toInstant());

        assertThat(after.only().state()).isEqualTo(Conference.State.TERM_ENDED);
        assertThat(after.state.lightsOf("math")).isEmpty();
        assertThat(after.state.dueAt()).isNull();
    }
}
