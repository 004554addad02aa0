package io.pacelight.reporting.adapter.in.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pacelight.events.AttemptRecorded;
import io.pacelight.events.CompetencyStatus;
import io.pacelight.events.Envelope;
import io.pacelight.events.EvidenceJudged;
import io.pacelight.events.EvidenceKind;
import io.pacelight.events.Struggle;
import io.pacelight.events.StudentEvent;
import io.pacelight.kit.stream.Received;
import io.pacelight.reporting.application.Freshness;
import io.pacelight.reporting.domain.rollup.Latencies;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StopwatchTest {
    private static final Instant START = Instant.parse("2026-09-16T15:00:00Z");

    private Instant schoolTime = START;
    private long nanos;
    private final List<Long> measured = new ArrayList<>();
    private @Nullable Instant last;
    private final Stopwatch stopwatch = new Stopwatch(
            new Freshness() {
                @Override
                public void visible(String district, @Nullable Long millis, Instant at) {
                    if (millis == null) last = at;
                    else measured.add(millis);
                }

                @Override
                public Recent recent(String district) {
                    return new Recent(Latencies.none(), null);
                }
            },
            () -> schoolTime,
            () -> nanos,
            new SimpleMeterRegistry());

    @Test
    void from_being_recorded_to_being_visible() {
        pass(1_000, 1);
        see(attempt(START.plusMillis(900)));
        pass(400, 1);
        see(judged());

        assertThat(measured).containsExactly(500L);
        assertThat(last).isEqualTo(START);
    }

    @Test
    void a_faster_school_clock_is_counted_in_wall_clock_time() {
        pass(1_000, 120);
        see(attempt(schoolTime));
        pass(250, 120);
        see(judged());

        assertThat(measured).containsExactly(250L);
    }

    @Test
    void each_attempt_is_measured_once_and_a_backlog_not_at_all() {
        see(attempt(START.minusSeconds(60)), judged());
        pass(1_000, 1);
        see(attempt(START), judged());
        see(judged());

        assertThat(measured).containsExactly(1_000L);
    }

    private void pass(long millis, int speed) {
        nanos += millis * 1_000_000;
        schoolTime = schoolTime.plusMillis(millis * speed);
    }

    private void see(StudentEvent... events) {
        List<Received> received = new ArrayList<>();
        for (StudentEvent event : events)
            received.add(new Received(
                    new Envelope<>("id", "/pacelight/test", "d1|x", 1, START, null, event),
                    new Received.Place("topic", 0, received.size())));
        stopwatch.visible(received);
    }

    private static AttemptRecorded attempt(Instant recordedAt) {
        return new AttemptRecorded(
                "d1",
                "a1",
                "stu_1",
                "A",
                EvidenceKind.FORMATIVE,
                BigDecimal.ONE,
                null,
                null,
                null,
                recordedAt,
                0,
                null,
                null,
                null,
                false,
                null,
                null,
                null);
    }

    private static EvidenceJudged judged() {
        return new EvidenceJudged(
                "d1",
                "stu_1",
                "A",
                CompetencyStatus.LEARNING,
                BigDecimal.ONE,
                BigDecimal.ONE,
                false,
                null,
                1,
                0,
                2,
                List.of(),
                Struggle.INDETERMINATE,
                null,
                null,
                false,
                "at-bats",
                1);
    }
}
