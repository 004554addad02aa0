package io.pacelight.intervention.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The light of one pacing target: when it turns to watch and when it is missed. */
public record Light(String competency, Pace pace, Instant watchAt, Instant targetAt, int episode) {
    /** When time alone changes it; never again once it is missed. */
    @Nullable
    Instant changesAt() {
        return switch (pace) {
            case ON_PACE -> watchAt;
            case WATCH -> targetAt;
            case MISSED, NONE -> null;
        };
    }

    Light gone() {
        return new Light(competency, Pace.NONE, watchAt, targetAt, episode);
    }
}
