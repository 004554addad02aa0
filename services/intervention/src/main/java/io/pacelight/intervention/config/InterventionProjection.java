package io.pacelight.intervention.config;

import io.pacelight.kit.rebuild.CanonicalProjection;

/** What intervention's database holds that follows from facts on topics alone: all but what was mailed. */
public final class InterventionProjection {
    private InterventionProjection() {}

    public static final CanonicalProjection CANONICAL = CanonicalProjection.of(CanonicalProjection.states("watches")
                    .without("s.clocks", "when to look next follows from the rest, and a late look changes nothing")
                    .without("due", "the earliest of those")
                    .without("s.review", "asks for a look, which a rebuild ends with"))
            .notPart("sent", "what was mailed is never rebuilt, lest it is mailed twice")
            .notPart("conferenceTraces", "traces of what ran, which belong to no state");
}
