package io.pacelight.progression.config;

import io.pacelight.kit.rebuild.CanonicalProjection;

/** What progression's database holds that follows from facts on topics alone: all of it. */
public final class ProgressionProjection {
    private ProgressionProjection() {}

    public static final CanonicalProjection CANONICAL = CanonicalProjection.of(
            CanonicalProjection.states("masteries"),
            CanonicalProjection.states("students")
                    .without("n", "counts requests to judge again as well, which stand on a topic that is not kept"),
            CanonicalProjection.states("policies"));
}
