package io.pacelight.intervention.domain;

import static io.pacelight.intervention.domain.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConferenceDeskTest {
    private final Scene scene = new Scene().withClass("math", "A", 120);
    private String id = "";

    @BeforeEach
    void a_target_is_missed() {
        scene.enrolledIn("math").timeIs(at(1, "09:00"));
        id = scene.only().id();
    }

    @Test
    void starting_claims_it_among_co_teachers() {
        scene.told(start("stf_1"));

        assertThat(scene.only().by()).isEqualTo("stf_1");
        assertThat(scene.told(start("stf_1")).last).isEmpty();
        assertThat(scene.refusal(start("stf_2"))).isEqualTo("Another teacher has started this conference.");
        assertThat(scene.refusal(done("stf_2", "PLAN", "x"))).isEqualTo("Another teacher has started this conference.");
        assertThat(scene.refusal(snooze("stf_2", 1))).isEqualTo("Another teacher has started this conference.");
        assertThat(scene.refusal(dismiss("stf_2", "ill"))).isEqualTo("Another teacher has started this conference.");
    }

    @Test
    void done_needs_an_outcome_a_next_step_and_a_start() {
        assertThat(scene.refusal(done("stf_1", "PLAN", "Video")))
                .isEqualTo("Start the conference before you finish it.");
        scene.told(start("stf_1"));
        assertThat(scene.refusal(done("stf_1", "PLAN", " ")))
                .isEqualTo("A conference is done with an outcome and a next step; one is missing.");

        scene.told(done("stf_1", "PLAN", "Video"));
        assertThat(scene.only().state()).isEqualTo(Conference.State.DONE);
        assertThat(scene.only().nextStep()).isEqualTo("Video");
        assertThat(scene.told(done("stf_1", "PLAN", "Video")).last).isEmpty();
        assertThat(scene.refusal(start("stf_1"))).isEqualTo("This conference is done already.");
    }

    @Test
    void a_missed_target_stays_missed_after_its_conference_and_strikes_no_second_time() {
        scene.told(start("stf_1")).told(done("stf_1", "PLAN", "Video")).timeIs(at(2, "12:00"));

        assertThat(scene.pace("math", "A")).isEqualTo(Pace.MISSED);
        assertThat(scene.state.reasons()).hasSize(1);
        scene.mastered("A", at(3, "08:00"));
        assertThat(scene.only().state()).isEqualTo(Conference.State.DONE);
        assertThat(scene.reason("pace:A").isOpen()).isFalse();
    }

    @Test
    void it_is_put_off_for_at_most_three_meetings_and_comes_back() {
        scene.told(snooze("stf_1", 2));
        assertThat(scene.only().state()).isEqualTo(Conference.State.SNOOZED);
        assertThat(scene.only().snoozedUntil()).isEqualTo(at(3, "09:00"));
        assertThat(scene.refusal(snooze("stf_1", 2))).isEqualTo("It can be put off for 1 to 1 meeting, not for 2.");

        scene.timeIs(at(3, "09:00"));
        assertThat(scene.only().state()).isEqualTo(Conference.State.OPEN);
        scene.told(snooze("stf_1", 1));
        assertThat(scene.refusal(snooze("stf_1", 1)))
                .isEqualTo("It has been put off for three meetings already, which is the most.");
    }

    @Test
    void it_is_not_put_off_beyond_the_last_meeting() {
        scene.timeIs(Scene.LAST.atTime(8, 30).atZone(Scene.ZONE).toInstant());

        assertThat(scene.refusal(new WatchInput.SnoozeConference(
                        id, "stf_1", Scene.LAST.atTime(8, 30).atZone(Scene.ZONE).toInstant(), 2)))
                .isEqualTo("The class has too few meetings left to put it off.");
    }

    @Test
    void not_needed_wants_a_reason() {
        assertThat(scene.refusal(dismiss("stf_1", ""))).isEqualTo("Say why the conference is not needed.");

        scene.told(dismiss("stf_1", "Has been ill"));
        assertThat(scene.only().state()).isEqualTo(Conference.State.NOT_NEEDED);
        assertThat(scene.only().note()).isEqualTo("Has been ill");
        assertThat(scene.told(dismiss("stf_1", "Has been ill")).last).isEmpty();
        assertThat(scene.refusal(snooze("stf_1", 1))).isEqualTo("This conference was marked as not needed.");
    }

    @Test
    void progress_does_not_take_a_conference_away_from_under_a_teacher() {
        scene.told(start("stf_1")).mastered("A", at(2, "08:00"));

        assertThat(scene.only().state()).isEqualTo(Conference.State.STARTED);
        scene.told(done("stf_1", "UNSTUCK", "Go on"));
        assertThat(scene.only().state()).isEqualTo(Conference.State.DONE);
    }

    @Test
    void a_refusal_tells_the_state() {
        scene.mastered("A", at(2, "08:00"));

        assertThat(scene.decider.decide(scene.state, start("stf_1")))
                .isEqualTo(new Verdict.Refused(
                        Conference.State.RESOLVED_BY_PROGRESS,
                        "This conference resolved itself: the student has moved on."));
        assertThat(scene.refusal(new WatchInput.StartConference("x", "stf_1", at(2, "08:00"))))
                .isEqualTo("There is no such conference.");
    }

    private WatchInput.StartConference start(String by) {
        return new WatchInput.StartConference(id, by, at(1, "09:05"));
    }

    private WatchInput.FinishConference done(String by, String outcome, String nextStep) {
        return new WatchInput.FinishConference(id, by, at(1, "09:08"), outcome, nextStep, null);
    }

    private WatchInput.SnoozeConference snooze(String by, int meetings) {
        return new WatchInput.SnoozeConference(id, by, at(1, "09:05"), meetings);
    }

    private WatchInput.DismissConference dismiss(String by, String why) {
        return new WatchInput.DismissConference(id, by, at(1, "09:05"), why);
    }
}
