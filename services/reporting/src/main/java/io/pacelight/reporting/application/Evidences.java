package io.pacelight.reporting.application;

import io.pacelight.reporting.domain.EvidenceState;

/** Where the students' evidence is looked up. */
@FunctionalInterface
public interface Evidences {
    /** Empty for a student without any. */
    EvidenceState of(String district, String student);
}
