package io.pacelight.intervention.config;

import io.pacelight.kit.rebuild.CanonicalProjection;

/** What intervention's database holds that follows from facts on topics alone: all but what was mailed. */
public final class InterventionProjection {
    private InterventionProjection() {}

    public static final CanonicalProjection CANONICAL = CanonicalProjection.of(CanonicalProjection.states("watches"))
            .notPart("sent", "what was mailed is never rebuilt, lest it is mailed twice");
}
