package io.pacelight.progression.domain.policy;

import io.pacelight.progression.domain.evidence.Level;
import io.pacelight.progression.domain.evidence.Scale;
import io.pacelight.progression.domain.evidence.SchoolDays;

/**
 * What a policy judges by, beside its own parameters.
 *
 * @param lapsing whether later work can take mastery back
 */
public record Terms(Scale scale, SchoolDays days, boolean lapsing) {
    public Level mastery() {
        return scale.mastery();
    }
}
