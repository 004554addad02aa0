package io.pacelight.intervention.domain;

import java.time.Instant;
import java.util.Set;

/** A class with one target of two meetings, for tests of other rooms. */
public final class SampleClass {
    public static final String ID = "math";
    public static final String COMPETENCY = "A";

    private SampleClass() {}

    public static ClassBook book() {
        ClassFacts facts = Scene.facts(ID, "course", Set.of(), Scene.targets(COMPETENCY, 120));
        return classId -> classId.equals(ID) ? facts : null;
    }

    public static Instant secondMeetingEnds() {
        return Scene.at(1, "09:00");
    }
}
