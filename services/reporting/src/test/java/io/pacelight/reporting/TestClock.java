package io.pacelight.reporting;

import io.pacelight.kit.time.SchoolClock;
import java.time.Instant;

/** School time that stands still until a test moves it. */
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
