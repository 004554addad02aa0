package io.pacelight.roster;

import io.pacelight.kit.testing.RunningService;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One running roster that the tests of a JVM share; each test has a district of its own in it. */
final class RosterUnderTest {
    private static @Nullable RunningService running;

    private RosterUnderTest() {}

    static synchronized RunningService service() {
        RunningService service = running;
        if (service == null) {
            service = RunningService.start(RosterApplication.class, "roster", "roster-" + UUID.randomUUID());
            running = service;
        }
        return service;
    }
}
