package io.pacelight.events;

import java.util.List;

/** The class time, or the date, by which each competency should be mastered. */
public record PacingPlanChanged(String district, String classId, List<PacingTarget> targets) implements ReferenceEvent {
    public static final String TYPE = "io.pacelight.pacing-plan-changed.v1";

    public PacingPlanChanged {
        targets = List.copyOf(targets);
    }

    @Override
    public String key() {
        return Keys.of(district, "plan", classId);
    }
}
