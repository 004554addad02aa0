package io.pacelight.local;

import io.pacelight.local.clock.ClockFile;
import io.pacelight.local.clock.DemoClock;
import io.pacelight.local.clock.SchoolHours;
import io.pacelight.local.demo.DemoSchool;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** The school clock that an installation goes by. */
final class Clocks {
    private static final int REAL_TIME = 1;

    private Clocks() {}

    /**
     * The demo lives through school hours and waits at real pace while it is loaded; a district of one's own goes by
     * the real clock unless it was given a date or a speed, and then, too, time stops with the process.
     */
    static DemoClock start(Options options, Path file, Running running) {
        Optional<Instant> before = ClockFile.read(file);
        if (options.demo()) {
            return keep(file, DemoSchool.hours(), before.orElse(DemoSchool.begins()), REAL_TIME, running);
        }
        if (before.isEmpty() && options.date() == null && options.speed() == null) {
            return new DemoClock(SchoolHours.always(), Instant.now(), REAL_TIME);
        }
        Instant asked = options.date() == null ? Instant.now() : options.date();
        return keep(file, SchoolHours.always(), before.orElse(asked), options.effectiveSpeed(), running);
    }

    private static DemoClock keep(Path file, SchoolHours hours, Instant from, int speed, Running running) {
        DemoClock clock = new DemoClock(hours, from, speed);
        running.add(ClockFile.keep(file, clock));
        return clock;
    }
}
