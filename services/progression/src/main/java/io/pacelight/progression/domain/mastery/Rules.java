package io.pacelight.progression.domain.mastery;

import io.pacelight.progression.domain.evidence.Scale;
import io.pacelight.progression.domain.evidence.SchoolDays;
import io.pacelight.progression.domain.policy.PolicySetting;
import io.pacelight.progression.domain.policy.Terms;

/** What one student's one competency is judged by: the nearest policy, the scale, the school's days. */
public record Rules(PolicySetting setting, Scale scale, SchoolDays days) {
    Terms terms() {
        return new Terms(scale, days, setting.lapsing());
    }
}
