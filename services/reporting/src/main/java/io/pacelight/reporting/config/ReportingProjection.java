package io.pacelight.reporting.config;

import io.pacelight.kit.rebuild.CanonicalProjection;

/** What reporting's database holds that follows from facts on topics alone: all but measurements. */
public final class ReportingProjection {
    private ReportingProjection() {}

    public static final CanonicalProjection CANONICAL = CanonicalProjection.of(
                    CanonicalProjection.states("students")
                            .unordered("s.c", 2)
                            .unordered("s.k")
                            .unordered("s.k.l", 2)
                            .unordered("s.m")
                            .without("s.ever", "schools once concerned, so that their totals are counted again")
                            .without("buckets", "follows from the schools once concerned"),
                    CanonicalProjection.states("evidence").unordered("s.c"),
                    CanonicalProjection.states("people"),
                    totals("buckets"),
                    totals("schools"))
            .notPart("freshness", "how long events took to become visible is measured, not told");

    private static CanonicalProjection.Part totals(String collection) {
        return CanonicalProjection.states(collection)
                .withoutZeros(
                        "s", "a total of nobody reads as none: it is left where somebody was counted for a moment")
                .without("s.at", "when it was last counted")
                .without("s.day", "the school day on which it was last counted")
                .without("s.cal", "the school days by which it was last counted")
                .unordered("s.h.c")
                .unordered("s.g.c")
                .unordered("s.k")
                .unordered("s.o")
                .unordered("s.w");
    }
}
