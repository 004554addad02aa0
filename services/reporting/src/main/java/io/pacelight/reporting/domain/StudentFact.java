package io.pacelight.reporting.domain;

import java.util.Map;

/** What other services said about one student. Every row carries the sequence of its source document. */
public sealed interface StudentFact {
    /** The roster placed the student. */
    record Placed(Placement placement) implements StudentFact {}

    /** Progression judged a competency. */
    record Judged(String competency, Competence competence) implements StudentFact {}

    /** Lights of one class changed, by competency. */
    record Lit(String classId, Map<String, Light> lights) implements StudentFact {
        public Lit {
            lights = Map.copyOf(lights);
        }
    }

    /** The student stands still in a class, or moves again. */
    record StallChanged(String classId, Stall stall) implements StudentFact {}

    /** A conference is in this state now. */
    record ConferenceChanged(Conference conference) implements StudentFact {}

    /** An attempt was recorded. */
    record Recorded(String competency, Evidence evidence) implements StudentFact {}

    /** An attempt no longer counts. */
    record Voided(String competency, String attempt) implements StudentFact {}
}
