package io.pacelight.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One pacing target of one student: when it turns to watch and when it is missed. NONE takes the light away. */
public record Light(
        String competency,
        Pace pace,
        @Nullable Instant watchAt,
        @Nullable Instant targetAt,
        int episode) {}
