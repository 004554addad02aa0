package io.pacelight.intervention.domain;

import static io.pacelight.intervention.domain.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConferenceQueueTest {
    @Test
    void the_most_pressing_come_first_and_the_oldest_within() {
        List<ConferenceQueue.Place> places = ConferenceQueue.order(
                List.of(
                        waiting("pacing", 1, Cause.PACING, 0),
                        waiting("idle", 2, Cause.IDLE, 1),
                        waiting("struggling-new", 4, Cause.STRUGGLING, 0),
                        waiting("struggling-old", 3, Cause.STRUGGLING, 0),
                        waiting("spinning", 5, Cause.WHEEL_SPINNING, 0),
                        waiting("promise", 7, Cause.BROKEN_PROMISE, 0),
                        waiting("help", 6, Cause.HELP, 0)),
                4);

        assertThat(places)
                .extracting(place -> place.waiting().conference().id())
                .containsExactly("help", "promise", "spinning", "struggling-old", "struggling-new", "idle", "pacing");
        assertThat(places)
                .extracting(ConferenceQueue.Place::offered)
                .containsExactly(true, true, true, true, false, false, false);
    }

    @Test
    void nobody_waits_more_than_three_meetings_for_being_low() {
        List<ConferenceQueue.Place> places = ConferenceQueue.order(
                List.of(
                        waiting("spinning", 5, Cause.WHEEL_SPINNING, 0),
                        waiting("pacing", 1, Cause.PACING, 3),
                        waiting("help", 6, Cause.HELP, 0)),
                2);

        assertThat(places)
                .extracting(place -> place.waiting().conference().id())
                .containsExactly("help", "pacing", "spinning");
    }

    @Test
    void started_ones_stay_on_top_and_snoozed_ones_are_not_offered() {
        Conference snoozed =
                Conference.opened("snoozed", "math", at(1, "08:00")).snoozed(at(2, "09:00"), 1);
        Conference started =
                Conference.opened("started", "math", at(4, "08:00")).startedBy("stf_1", at(4, "08:01"));
        List<ConferenceQueue.Place> places = ConferenceQueue.order(
                List.of(
                        new ConferenceQueue.Waiting(snoozed, Cause.HELP, 5),
                        waiting("open", 2, Cause.PACING, 0),
                        new ConferenceQueue.Waiting(started, Cause.PACING, 0)),
                1);

        assertThat(places)
                .extracting(place -> place.waiting().conference().id() + " " + place.offered())
                .containsExactly("started true", "open true", "snoozed false");
    }

    @Test
    void a_meeting_offers_what_fits_in_thirty_percent_of_it_and_a_teacher_holds_eight_a_day() {
        assertThat(ConferenceQueue.capacity(50, 0)).isEqualTo(5);
        assertThat(ConferenceQueue.capacity(45, 0)).isEqualTo(4);
        assertThat(ConferenceQueue.capacity(90, 0)).isEqualTo(8);
        assertThat(ConferenceQueue.capacity(50, 6)).isEqualTo(2);
        assertThat(ConferenceQueue.capacity(50, 9)).isZero();
        assertThat(ConferenceQueue.capacity(9, 0)).isZero();
    }

    @Test
    void every_cause_says_why_in_one_sentence() {
        Scene scene =
                new Scene().withClass("math", "A", 120, "B", 60, "C", 6000).enrolledIn("math");
        scene.timeIs(at(1, "09:00"));
        assertThat(view(scene, 2).whyNow()).isEqualTo("Target passed yesterday; no attempt yet.");
        assertThat(view(scene, 2).stuck()).isEqualTo(Duration.ofMinutes(180));
        assertThat(view(scene, 2).waited()).isEqualTo(1);
        assertThat(view(scene, 2).prefilledNextStep()).isEqualTo("Agree on a day for the next demonstration");

        scene.timeIs(at(2, "09:00"));
        assertThat(view(scene, 4).whyNow()).isEqualTo("Two targets passed, the first on Tuesday.");
        scene.timeIs(at(4, "09:00"));
        assertThat(view(scene, 4).whyNow())
                .isEqualTo("No attempt for 5 meetings (5 class hours). Two targets passed as well.");
        assertThat(view(scene, 4).cause()).isEqualTo(Cause.IDLE);
        assertThat(view(scene, 4).competencies()).containsExactly("A", "B");
    }

    @Test
    void struggling_and_wheel_spinning_say_so() {
        Scene scene = new Scene().withClass("math", "A", 6000).enrolledIn("math");
        scene.attempted("A", at(0, "08:30"), at(3, "08:30")).timeIs(at(7, "09:00"));
        assertThat(view(scene, 7).whyNow())
                .isEqualTo("Still trying, but no step forward for 5 meetings (5.5 class hours).");

        Scene other = new Scene().withClass("math", "A", 6000).enrolledIn("math");
        other.told(new WatchInput.StandingTold(
                        "A",
                        new Standing(
                                9, Standing.Status.LEARNING, false, null, 11, true, at(0, "08:30"), at(0, "08:30"))))
                .timeIs(at(7, "09:00"));
        assertThat(view(other, 7).whyNow()).isEqualTo("11 attempts, never three right in a row.");
    }

    @Test
    void a_broken_promise_tells_its_day_and_a_second_episode_raises_the_tier() {
        Scene scene = new Scene().withClass("math", "A", 6000).enrolledIn("math");
        scene.learning("A", at(0, "08:30")).timeIs(at(7, "09:00"));
        String id = scene.only().id();
        scene.told(new WatchInput.StartConference(id, "stf_1", at(7, "09:00")))
                .told(new WatchInput.FinishConference(
                        id, "stf_1", at(7, "09:03"), "PLAN", "Sit together", Scene.MON.plusDays(9)))
                .timeIs(at(10, "00:00"));
        assertThat(view(scene, 10).whyNow()).isEqualTo("The next step promised for yesterday has not happened.");

        scene.timeIs(at(14, "09:00"));
        assertThat(view(scene, 14).tier()).isEqualTo(2);
        assertThat(view(scene, 14).prefilledNextStep()).isEqualTo("Join a small group on this in the next meeting");
    }

    private static ConferenceView view(Scene scene, int day) {
        return ConferenceView.of(scene.state, scene.open("math"), scene.classes.get("math"), at(day, "09:00"));
    }

    private static ConferenceQueue.Waiting waiting(String id, int day, Cause cause, int waited) {
        return new ConferenceQueue.Waiting(Conference.opened(id, "math", at(day, "08:00")), cause, waited);
    }
}
