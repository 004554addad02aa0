package io.pacelight.intervention.domain;

import static io.pacelight.intervention.domain.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StallTest {
    private final Scene scene = new Scene().withClass("math", "A", 6000, "B", 600);

    @Test
    void five_meetings_without_movement_call_for_a_conference() {
        scene.enrolledIn("math").learning("A", at(0, "08:30")).timeIs(at(7, "08:59"));
        assertThat(scene.state.reasons()).isEmpty();
        assertThat(scene.state.dueAt()).isEqualTo(at(7, "09:00"));

        scene.timeIs(at(7, "09:00"));
        Reason reason = scene.reason("stall");
        assertThat(reason.cause()).isEqualTo(Cause.IDLE);
        assertThat(reason.since()).isEqualTo(at(0, "08:30"));
        assertThat(reason.competency()).isEqualTo("A");
    }

    @Test
    void clocks_start_at_enrolment() {
        scene.enrolled(scene.stay("math", 2, null)).timeIs(at(2, "00:00"));

        assertThat(scene.state.dueAt()).isEqualTo(at(8, "09:00"));
    }

    @Test
    void attempts_without_movement_are_struggling() {
        scene.enrolledIn("math").attempted("A", at(0, "08:30"), at(3, "08:30")).timeIs(at(7, "09:00"));

        assertThat(scene.reason("stall").cause()).isEqualTo(Cause.STRUGGLING);
    }

    @Test
    void attempts_that_lead_nowhere_are_wheel_spinning() {
        scene.enrolledIn("math")
                .told(new WatchInput.StandingTold(
                        "A",
                        new Standing(
                                9, Standing.Status.LEARNING, false, null, 11, true, at(0, "08:30"), at(0, "08:30"))))
                .timeIs(at(7, "09:00"));

        assertThat(scene.reason("stall").cause()).isEqualTo(Cause.WHEEL_SPINNING);
    }

    @Test
    void movement_moves_the_clock() {
        scene.enrolledIn("math").learning("A", at(0, "08:30")).timeIs(at(1, "12:00"));
        scene.learning("B", at(2, "08:30")).timeIs(at(7, "09:00"));

        assertThat(scene.state.reasons()).isEmpty();
        assertThat(scene.state.dueAt()).isEqualTo(at(9, "09:00"));
    }

    @Test
    void movement_clears_the_light_and_starts_the_clock_anew() {
        scene.enrolledIn("math").learning("A", at(0, "08:30")).timeIs(at(7, "09:00"));
        scene.learning("A", at(8, "08:30"));
        assertThat(scene.only().state()).isEqualTo(Conference.State.RESOLVED_BY_PROGRESS);

        scene.timeIs(at(8, "08:31"));
        assertThat(scene.state.dueAt()).isEqualTo(at(15, "09:00"));
        scene.timeIs(at(15, "09:00"));
        assertThat(scene.reason("stall").episode()).isEqualTo(2);
    }

    @Test
    void movement_in_another_class_clears_nothing() {
        scene.withClass("art", "X", 6000);
        scene.enrolledIn("math", "art").learning("A", at(0, "08:30")).timeIs(at(7, "09:00"));
        scene.learning("X", at(8, "08:30"));

        assertThat(scene.open("math").state()).isEqualTo(Conference.State.OPEN);
        assertThat(scene.state.openConference("art")).isNull();
    }

    @Test
    void a_conference_starts_the_clock_anew() {
        scene.enrolledIn("math").learning("A", at(0, "08:30")).timeIs(at(7, "09:00"));
        String id = scene.only().id();
        scene.told(new WatchInput.StartConference(id, "stf_1", at(8, "08:10")))
                .told(new WatchInput.FinishConference(id, "stf_1", at(8, "08:13"), "PLAN", "Try the video", null));
        assertThat(scene.reason("stall").clearing())
                .isEqualTo(new Reason.Clearing(Reason.How.CONFERENCE, at(8, "08:13")));

        scene.timeIs(at(8, "08:14"));
        assertThat(scene.state.dueAt()).isEqualTo(at(15, "09:00"));
    }

    @Test
    void nothing_stalls_where_everything_is_mastered_or_locked() {
        scene.enrolledIn("math")
                .mastered("A", at(0, "08:30"))
                .told(Scene.standing("B", 99, Standing.Status.LOCKED, at(0, "08:00"), at(0, "08:00")))
                .timeIs(at(12, "00:00"));

        assertThat(scene.state.reasons()).isEmpty();
        scene.learning("B", at(12, "08:00"));
    }

    /** Evidence from before the strike that is told late moves nothing since, so no progress would clear it. */
    @Test
    void a_stall_that_struck_before_mastery_was_told_is_withdrawn_where_nothing_is_left_to_do() {
        scene.enrolledIn("math").timeIs(at(5, "09:00"));
        assertThat(scene.reason("stall").isOpen()).isTrue();

        scene.mastered("A", at(-300, "08:30")).mastered("B", at(-299, "08:30"));
        assertThat(scene.state.dueAt()).isEqualTo(java.time.Instant.EPOCH);
        scene.timeIs(at(5, "09:01"));

        assertThat(scene.state.openConference("math")).isNull();
        assertThat(scene.reason("stall").isOpen()).isFalse();
        assertThat(scene.state.dueAt()).isEqualTo(at(138, "00:00"));
    }

    @Test
    void a_stall_that_struck_before_mastery_was_told_stays_while_something_else_can_be_worked_on() {
        scene.enrolledIn("math").timeIs(at(5, "09:00")).mastered("A", at(-300, "08:30"));
        scene.timeIs(at(5, "09:01"));

        assertThat(scene.reason("stall").isOpen()).isTrue();
    }

    @Test
    void an_absence_is_not_on_the_clock_and_withdraws_a_strike_that_came_too_early() {
        scene.enrolledIn("math").learning("A", at(0, "08:30")).timeIs(at(7, "09:00"));
        scene.absent(3, null).timeIs(at(7, "10:00"));

        assertThat(scene.only().state()).isEqualTo(Conference.State.CLOCK_MOVED);
        assertThat(scene.state.dueAt()).isEqualTo(at(8, "09:00"));
    }

    @Test
    void a_dated_next_step_that_passed_without_any_work_is_a_broken_promise() {
        scene.enrolledIn("math").learning("A", at(0, "08:30")).timeIs(at(7, "09:00"));
        String id = scene.only().id();
        scene.told(new WatchInput.StartConference(id, "stf_1", at(7, "09:00")))
                .told(new WatchInput.FinishConference(
                        id, "stf_1", at(7, "09:03"), "PLAN", "Sit together", Scene.MON.plusDays(9)))
                .timeIs(at(7, "09:04"));
        assertThat(scene.state.dueAt()).isEqualTo(at(10, "00:00"));

        scene.timeIs(at(10, "00:00"));
        assertThat(scene.reason("promise:" + id).cause()).isEqualTo(Cause.BROKEN_PROMISE);
        assertThat(scene.open("math").id())
                .isEqualTo(scene.reason("promise:" + id).id());
        scene.attempted("A", at(0, "08:30"), at(11, "08:30"));
        assertThat(scene.reason("promise:" + id).isOpen()).isFalse();
    }

    @Test
    void a_dated_next_step_is_kept_where_work_followed() {
        scene.enrolledIn("math").learning("A", at(0, "08:30")).timeIs(at(7, "09:00"));
        String id = scene.only().id();
        scene.told(new WatchInput.StartConference(id, "stf_1", at(7, "09:00")))
                .told(new WatchInput.FinishConference(
                        id, "stf_1", at(7, "09:03"), "PLAN", "Sit together", Scene.MON.plusDays(9)))
                .attempted("A", at(0, "08:30"), at(8, "08:30"))
                .timeIs(at(10, "00:00"));

        assertThat(scene.state.reasons()).extracting(Reason::target).isEqualTo(List.of("stall"));
    }
}
