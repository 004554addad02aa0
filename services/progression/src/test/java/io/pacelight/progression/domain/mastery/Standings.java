package io.pacelight.progression.domain.mastery;

import io.pacelight.progression.domain.evidence.Attempt;
import io.pacelight.progression.domain.evidence.Portfolio;
import io.pacelight.progression.domain.evidence.Scale;
import io.pacelight.progression.domain.evidence.SchoolDays;
import io.pacelight.progression.domain.evidence.Shown;
import io.pacelight.progression.domain.policy.MasteryPolicy;
import io.pacelight.progression.domain.policy.PolicySetting;
import io.pacelight.progression.domain.policy.Scope;
import java.util.Arrays;
import java.util.List;

/** What the mastery tests ask, on the default scale with weekdays. */
final class Standings {
    private Standings() {}

    static Rules keeping(MasteryPolicy policy) {
        return rules(new PolicySetting(Scope.DISTRICT, 1, policy, false));
    }

    static Rules lapsing(MasteryPolicy policy) {
        return rules(new PolicySetting(Scope.DISTRICT, 1, policy, true));
    }

    static Rules rules(PolicySetting setting) {
        return new Rules(setting, Scale.DEFAULT, SchoolDays.weekdays(Shown.ZONE));
    }

    static List<Attempt> all(Shown... attempts) {
        return Arrays.stream(attempts).map(Shown::get).toList();
    }

    static Standing standing(Rules rules, Shown... attempts) {
        return Judge.judge(Portfolio.of(all(attempts)), rules);
    }

    static Mastery fold(Mastery state, List<Attempt> attempts, Rules rules) {
        Mastery next = state;
        for (MasteryEvent event : MasteryDecider.decide(state, attempts, rules)) {
            next = MasteryDecider.evolve(next, event);
        }
        return next;
    }
}
