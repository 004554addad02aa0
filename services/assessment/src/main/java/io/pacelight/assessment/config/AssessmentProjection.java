package io.pacelight.assessment.config;

import io.pacelight.kit.rebuild.CanonicalProjection;

/** What assessment's database holds that follows from facts on topics alone: its copy of the roster. */
public final class AssessmentProjection {
    private AssessmentProjection() {}

    public static final CanonicalProjection CANONICAL = CanonicalProjection.of(CanonicalProjection.states("students"))
            .notPart("attempts", "the ledger of what was accepted is the source of truth")
            .notPart("batches", "reports of uploaded files exist nowhere else")
            .notPart("batch-pieces", "uploaded files that are not worked through exist nowhere else");
}
