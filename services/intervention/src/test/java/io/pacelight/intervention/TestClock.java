package io.pacelight.intervention;

import io.pacelight.kit.time.SchoolClock;
import java.time.Instant;

/** School time that a test sets. */
final class TestClock implements SchoolClock {
    private volatile Instant now;

    TestClock(Instant now) {
        this.now = now;
    }

    void set(Instant instant) {
        now = instant;
    }

    @Override
    public Instant now() {
        return now;
    }
}
