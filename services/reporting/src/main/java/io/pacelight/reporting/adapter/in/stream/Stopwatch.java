package io.pacelight.reporting.adapter.in.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.pacelight.events.AttemptRecorded;
import io.pacelight.events.EvidenceJudged;
import io.pacelight.events.StudentEvent;
import io.pacelight.kit.stream.Received;
import io.pacelight.kit.time.SchoolClock;
import io.pacelight.reporting.application.Freshness;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Measures from an attempt being recorded to its judgement being visible. Both instants are school time; where a demo
 * speeds that up, the duration is divided by the speed observed, so that it is one of the wall clock. Attempts recorded
 * before this instance began are a backlog and not measured.
 */
public final class Stopwatch {
    /** Judgements awaited at most; forgetting one only loses a measurement. */
    private static final int AWAITED = 100_000;

    private static final long SAMPLE_NANOS = Duration.ofSeconds(5).toNanos();

    private final Freshness freshness;
    private final SchoolClock clock;
    private final LongSupplier nanos;
    private final Timer timer;
    private final Instant begun;
    private final Map<String, Instant> awaited = new LinkedHashMap<>();
    private Instant sampledAt;
    private long sampledNanos;
    private double speed = 1;

    public Stopwatch(Freshness freshness, SchoolClock clock, LongSupplier nanos, MeterRegistry registry) {
        this.freshness = freshness;
        this.clock = clock;
        this.nanos = nanos;
        this.timer = Timer.builder(ReportingMeter.FRESHNESS.meterName())
                .description(ReportingMeter.FRESHNESS.description())
                .publishPercentileHistogram()
                .register(registry);
        begun = clock.now();
        sampledAt = begun;
        sampledNanos = nanos.getAsLong();
    }

    /** The events of a poll are in the store now. */
    public synchronized void visible(List<Received> events) {
        Instant now = clock.now();
        sample(now);
        Map<String, Instant> last = new HashMap<>();
        for (Received received : events) {
            if (!(received.event() instanceof StudentEvent event)) continue;
            last.merge(event.district(), received.envelope().time(), (one, other) -> one.isAfter(other) ? one : other);
            if (event instanceof AttemptRecorded attempt
                    && !attempt.recordedAt().isBefore(begun)) {
                if (awaited.size() >= AWAITED) awaited.clear();
                awaited.putIfAbsent(pair(attempt.key(), attempt.competency()), attempt.recordedAt());
            }
        }
        last.forEach((district, at) -> freshness.visible(district, null, at));
        for (Received received : events)
            if (received.event() instanceof EvidenceJudged judged) {
                Instant recordedAt = awaited.remove(pair(judged.key(), judged.competency()));
                if (recordedAt == null) continue;
                double seconds = Math.max(0, Duration.between(recordedAt, now).toNanos() / 1e9 / speed);
                freshness.visible(judged.district(), Math.round(seconds * 1000), recordedAt);
                timer.record(Duration.ofNanos((long) (seconds * 1e9)));
            }
    }

    private void sample(Instant now) {
        long elapsed = nanos.getAsLong() - sampledNanos;
        if (elapsed < SAMPLE_NANOS / 50) return;
        double observed = (double) Duration.between(sampledAt, now).toNanos() / elapsed;
        speed = Math.max(1, observed);
        if (elapsed < SAMPLE_NANOS) return;
        sampledAt = now;
        sampledNanos = nanos.getAsLong();
    }

    private static String pair(String key, String competency) {
        return key + '|' + competency;
    }
}
