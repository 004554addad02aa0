package io.pacelight.reporting.adapter.in.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.pacelight.events.AttemptRecorded;
import io.pacelight.events.EvidenceJudged;
import io.pacelight.events.StudentEvent;
import io.pacelight.kit.stream.Received;
import io.pacelight.kit.time.SchoolClock;
import io.pacelight.kit.time.SchoolSpeed;
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

    private static final Duration PROMISE = Duration.ofSeconds(5);

    /** @param inFile rows of a file are numbered from 1 */
    private record Awaited(Instant recordedAt, boolean inFile) {}

    private final Freshness freshness;
    private final SchoolClock clock;
    private final SchoolSpeed speed;
    private final Timer oneByOne;
    private final Timer byTheFile;
    private final Instant begun;
    private final Map<String, Awaited> awaited = new LinkedHashMap<>();

    public Stopwatch(Freshness freshness, SchoolClock clock, LongSupplier nanos, MeterRegistry registry) {
        this.freshness = freshness;
        this.clock = clock;
        this.oneByOne = timer("request", registry);
        this.byTheFile = timer("file", registry);
        begun = clock.now();
        speed = new SchoolSpeed(begun, nanos);
    }

    /**
     * @param way a {@code file}'s rows wait for each other and share one time, so the promise is about attempts that were
     *     recorded by a {@code request} of their own
     */
    private static Timer timer(String way, MeterRegistry registry) {
        return Timer.builder(ReportingMeter.FRESHNESS.meterName())
                .description(ReportingMeter.FRESHNESS.description())
                .tag("way", way)
                .publishPercentileHistogram()
                .serviceLevelObjectives(PROMISE)
                .minimumExpectedValue(Duration.ofMillis(10))
                .maximumExpectedValue(Duration.ofMinutes(5))
                .register(registry);
    }

    /** The events of a poll are in the store now. */
    public synchronized void visible(List<Received> events) {
        Instant now = clock.now();
        double observed = speed.at(now);
        Map<String, Instant> last = new HashMap<>();
        for (Received received : events) {
            if (!(received.event() instanceof StudentEvent event)) continue;
            last.merge(event.district(), received.envelope().time(), (one, other) -> one.isAfter(other) ? one : other);
            if (event instanceof AttemptRecorded attempt
                    && !attempt.recordedAt().isBefore(begun)) {
                if (awaited.size() >= AWAITED) awaited.clear();
                awaited.putIfAbsent(
                        pair(attempt.key(), attempt.competency()),
                        new Awaited(attempt.recordedAt(), attempt.ordinal() > 0));
            }
        }
        last.forEach((district, at) -> freshness.visible(district, null, at));
        for (Received received : events)
            if (received.event() instanceof EvidenceJudged judged) {
                Awaited attempt = awaited.remove(pair(judged.key(), judged.competency()));
                if (attempt == null) continue;
                Instant recordedAt = attempt.recordedAt();
                double seconds = Math.max(0, Duration.between(recordedAt, now).toNanos() / 1e9 / observed);
                freshness.visible(judged.district(), Math.round(seconds * 1000), recordedAt);
                (attempt.inFile() ? byTheFile : oneByOne).record(Duration.ofNanos((long) (seconds * 1e9)));
            }
    }

    private static String pair(String key, String competency) {
        return key + '|' + competency;
    }
}
