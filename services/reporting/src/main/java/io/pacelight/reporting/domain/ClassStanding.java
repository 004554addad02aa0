package io.pacelight.reporting.domain;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a student in one class: lights by competency and the stall. {@code forgottenUntil} is the end of the
 * latest closed conference that was dropped; conferences of a class follow one another, so none opened before it can
 * still matter.
 */
public record ClassStanding(
        Map<String, Light> lights,
        @Nullable Stall stall,
        @Nullable Instant forgottenUntil) {
    static final ClassStanding EMPTY = new ClassStanding(Map.of(), null, null);

    public ClassStanding {
        lights = Map.copyOf(lights);
    }

    /** The most pressing light. */
    public Pace pace() {
        Pace worst = Pace.NONE;
        for (Light light : lights.values()) worst = worst.worse(light.pace());
        return worst;
    }

    /** Why the student stands still in this class; none if the student moves. */
    public @Nullable Cause stalled() {
        return stall == null ? null : stall.cause();
    }
}
