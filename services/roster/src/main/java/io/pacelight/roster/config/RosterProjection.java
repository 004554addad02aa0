package io.pacelight.roster.config;

import io.pacelight.kit.rebuild.CanonicalProjection;

/** What roster's database holds that follows from facts on topics alone: nothing; it is where they begin. */
public final class RosterProjection {
    private RosterProjection() {}

    public static final CanonicalProjection CANONICAL = CanonicalProjection.of()
            .notPart("facts", "the source of truth on schools, calendars and curriculum")
            .notPart("classes", "the source of truth on classes, with more of them than is told")
            .notPart("people", "the source of truth on people, with more of them than is told")
            .notPart("attendance", "the source of truth on attendance")
            .notPart("keys", "the issued keys; lost ones would make strangers of everybody")
            .notPart("imports", "reports of uploaded files exist nowhere else")
            .notPart("uploads", "uploaded files that are not worked through exist nowhere else")
            .notPart("lanes", "who works on an import now");
}
