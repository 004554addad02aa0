package io.pacelight.kit.time;

import java.time.Instant;

/** School time: what the clocks of the domain run by; ordinary time unless a demo speeds it up. */
@FunctionalInterface
public interface SchoolClock {
    Instant now();
}
