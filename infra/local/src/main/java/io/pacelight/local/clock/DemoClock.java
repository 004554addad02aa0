package io.pacelight.local.clock;

import io.pacelight.kit.time.SchoolClock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/** Turns real time into school time: {@code speed} school seconds a real second, school hours only. Never goes back. */
public final class DemoClock implements SchoolClock {
    private final LongSupplier nanoTime;
    private Course course;

    /** Since the real moment {@code nanos} the clock runs from {@code school} at this speed through these hours. */
    private record Course(long nanos, Instant school, SchoolHours hours, int speed) {
        Instant at(long now) {
            return hours.after(school, Duration.ofNanos(now - nanos).multipliedBy(speed));
        }
    }

    public DemoClock(SchoolHours hours, Instant from, int speed) {
        this(hours, from, speed, System::nanoTime);
    }

    public DemoClock(SchoolHours hours, Instant from, int speed, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.course = new Course(nanoTime.getAsLong(), from, hours, speed);
    }

    @Override
    public synchronized Instant now() {
        return course.at(nanoTime.getAsLong());
    }

    /** School time as it will stand after {@code real} from now, if nobody moves it. */
    public synchronized Instant in(Duration real) {
        return course.at(nanoTime.getAsLong() + real.toNanos());
    }

    public synchronized int speed() {
        return course.speed();
    }

    /** Whether the last school day has passed, so that the clock stands. */
    public synchronized boolean over() {
        return course.hours().overAt(now());
    }

    /** Moves on to {@code instant}, or does nothing if that has passed; returns the new school time. */
    public synchronized Instant advanceTo(Instant instant) {
        Instant now = now();
        course = new Course(nanoTime.getAsLong(), instant.isAfter(now) ? instant : now, course.hours(), course.speed());
        return now();
    }

    /** Goes on from here at another speed. */
    public synchronized void runAt(int speed) {
        course = new Course(nanoTime.getAsLong(), now(), course.hours(), speed);
    }

    /** Goes on from {@code instant}, or from here if that has passed, through other hours. */
    public synchronized void runThrough(SchoolHours hours, Instant instant) {
        Instant now = now();
        course = new Course(nanoTime.getAsLong(), instant.isAfter(now) ? instant : now, hours, course.speed());
    }
}
