package io.pacelight.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowedClockTest {
    private static final Instant MORNING = Instant.parse("2026-10-26T12:50:00Z");

    private long nanos;
    private final AtomicReference<FollowedClock.@Nullable Told> answer =
            new AtomicReference<>(new FollowedClock.Told(0, MORNING, 60));
    private final FollowedClock clock = new FollowedClock(answer::get, () -> nanos);

    @Test
    void between_answers_time_goes_on_at_the_speed_that_was_told() {
        pass(Duration.ofSeconds(1));
        assertThat(clock.now()).isEqualTo(MORNING.plusSeconds(60));
    }

    @Test
    void without_an_answer_it_stands_still_after_three_seconds() {
        answer.set(null);
        pass(Duration.ofSeconds(30));
        clock.askOnce();
        assertThat(clock.now()).isEqualTo(MORNING.plusSeconds(180));
    }

    @Test
    void an_answer_that_lies_behind_does_not_turn_it_back() {
        pass(Duration.ofSeconds(2));
        assertThat(clock.now()).isEqualTo(MORNING.plusSeconds(120));
        answer.set(new FollowedClock.Told(nanos, MORNING.plusSeconds(90), 60));
        clock.askOnce();
        assertThat(clock.now()).isEqualTo(MORNING.plusSeconds(120));
        pass(Duration.ofSeconds(1));
        assertThat(clock.now()).isEqualTo(MORNING.plusSeconds(150));
    }

    @Test
    void a_night_that_the_source_skips_is_skipped_here() {
        Instant nextMorning = MORNING.plus(Duration.ofDays(1));
        answer.set(new FollowedClock.Told(nanos, nextMorning, 60));
        clock.askOnce();
        assertThat(clock.now()).isEqualTo(nextMorning);
    }

    private void pass(Duration real) {
        nanos += real.toNanos();
    }
}
