package io.pacelight.local.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DemoClockTest {
    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final LocalDate FRI = LocalDate.parse("2026-10-30");
    private static final LocalDate MON = LocalDate.parse("2026-11-02");
    private static final LocalDate TUE = LocalDate.parse("2026-11-03");

    private final AtomicLong nanos = new AtomicLong(5_000_000_000L);

    @Test
    void a_real_second_is_a_school_minute_at_speed_sixty() {
        DemoClock clock = clock("2026-11-02T15:00:00Z", 60);
        pass(Duration.ofSeconds(90));
        assertThat(clock.now()).isEqualTo("2026-11-02T16:30:00Z");
    }

    @Test
    void the_night_is_skipped() {
        DemoClock clock = clock("2026-11-02T21:00:00Z", 60);
        pass(Duration.ofSeconds(59));
        assertThat(clock.now()).isEqualTo("2026-11-02T21:59:00Z");
        pass(Duration.ofSeconds(1));
        assertThat(clock.now()).isEqualTo("2026-11-03T14:00:00Z");
    }

    @Test
    void the_weekend_is_skipped_and_the_day_begins_at_wall_clock_time_after_a_change_of_offset() {
        DemoClock clock = clock("2026-10-30T20:59:00Z", 60);
        pass(Duration.ofSeconds(2));
        assertThat(clock.now()).isEqualTo("2026-11-02T14:01:00Z");
    }

    @Test
    void a_start_before_school_begins_with_the_first_minute_of_school() {
        assertThat(clock("2026-11-01T12:00:00Z", 60).now()).isEqualTo("2026-11-02T14:00:00Z");
    }

    @Test
    void after_the_last_day_time_stands_still() {
        DemoClock clock = clock("2026-11-03T21:30:00Z", 60);
        assertThat(clock.over()).isFalse();
        pass(Duration.ofHours(1));
        assertThat(clock.now()).isEqualTo("2026-11-03T22:00:00Z");
        assertThat(clock.over()).isTrue();
    }

    @Test
    void time_that_passes_day_and_night_knows_no_school() {
        DemoClock clock = new DemoClock(SchoolHours.always(), Instant.parse("2026-10-31T22:00:00Z"), 3600, nanos::get);
        pass(Duration.ofSeconds(5));
        assertThat(clock.now()).isEqualTo("2026-11-01T03:00:00Z");
    }

    @Test
    void it_moves_on_but_never_back() {
        DemoClock clock = clock("2026-11-02T15:00:00Z", 60);
        assertThat(clock.advanceTo(Instant.parse("2026-11-02T18:00:00Z"))).isEqualTo("2026-11-02T18:00:00Z");
        assertThat(clock.advanceTo(Instant.parse("2026-11-02T16:00:00Z"))).isEqualTo("2026-11-02T18:00:00Z");
        pass(Duration.ofSeconds(1));
        assertThat(clock.now()).isEqualTo("2026-11-02T18:01:00Z");
    }

    @Test
    void another_speed_takes_effect_from_now() {
        DemoClock clock = clock("2026-11-02T15:00:00Z", 60);
        pass(Duration.ofSeconds(10));
        clock.runAt(1);
        pass(Duration.ofSeconds(10));
        assertThat(clock.now()).isEqualTo("2026-11-02T15:10:10Z");
    }

    @Test
    void whatever_happens_it_never_goes_back() {
        long seed = 20261102;
        Random random = new Random(seed);
        DemoClock clock = clock("2026-10-30T14:00:00Z", 60);
        Instant before = clock.now();
        for (int i = 0; i < 2_000; i++) {
            pass(Duration.ofMillis(random.nextInt(3_000)));
            switch (random.nextInt(40)) {
                case 0 -> clock.runAt(1 + random.nextInt(600));
                case 1 -> clock.advanceTo(before.plusSeconds(random.nextInt(7_200) - 3_600L));
                case 2 -> clock.runThrough(hours(), before.minusSeconds(60));
                default -> {}
            }
            Instant now = clock.now();
            assertThat(now).as("seed %d, step %d", seed, i).isAfterOrEqualTo(before);
            before = now;
        }
    }

    private DemoClock clock(String from, int speed) {
        return new DemoClock(hours(), Instant.parse(from), speed, nanos::get);
    }

    private static SchoolHours hours() {
        return SchoolHours.on(List.of(TUE, FRI, MON), LocalTime.of(8, 0), LocalTime.of(16, 0), ZONE);
    }

    private void pass(Duration real) {
        nanos.addAndGet(real.toNanos());
    }
}
