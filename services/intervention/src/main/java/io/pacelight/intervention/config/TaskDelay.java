package io.pacelight.intervention.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.pacelight.intervention.application.Watches;
import io.pacelight.kit.time.SchoolClock;
import io.pacelight.kit.time.SchoolSpeed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Measures from a target being missed to its conference task being stored and on Kafka, by the wall clock. A target that
 * had passed before anybody knew of it, such as one of an imported plan, is measured from when it became known; the time
 * that a service was down counts.
 */
final class TaskDelay implements Consumer<Watches.Due> {
    private static final Duration PROMISE = Duration.ofSeconds(60);

    private final SchoolClock school;
    private final SchoolSpeed speed;
    private final Clock wall;
    private final Timer timer;

    TaskDelay(SchoolClock school, SchoolSpeed speed, Clock wall, MeterRegistry registry) {
        this.school = school;
        this.speed = speed;
        this.wall = wall;
        this.timer = Timer.builder(InterventionMeter.TASK_DELAY.meterName())
                .description(InterventionMeter.TASK_DELAY.description())
                .publishPercentileHistogram()
                .serviceLevelObjectives(PROMISE)
                .minimumExpectedValue(Duration.ofMillis(10))
                .maximumExpectedValue(Duration.ofMinutes(10))
                .register(registry);
    }

    @Override
    public void accept(Watches.Due clock) {
        Instant now = school.now();
        long late = (long) (Duration.between(clock.at(), now).toNanos() / speed.at(now));
        long known = Duration.between(clock.savedAt(), wall.instant()).toNanos();
        timer.record(Duration.ofNanos(Math.max(0, Math.min(late, known))));
    }
}
