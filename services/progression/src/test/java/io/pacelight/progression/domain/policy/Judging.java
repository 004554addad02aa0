package io.pacelight.progression.domain.policy;

import io.pacelight.progression.domain.evidence.Evidence;
import io.pacelight.progression.domain.evidence.Scale;
import io.pacelight.progression.domain.evidence.SchoolDays;
import io.pacelight.progression.domain.evidence.Shown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the policy tests ask, on the default scale. */
final class Judging {
    static final Terms KEEPING = new Terms(Scale.DEFAULT, SchoolDays.weekdays(Shown.ZONE), false);
    static final Terms LAPSING = new Terms(Scale.DEFAULT, SchoolDays.weekdays(Shown.ZONE), true);

    private Judging() {}

    static @Nullable String value(MasteryPolicy policy, int... levels) {
        Verdict verdict = policy.judge(Shown.evidence(levels), KEEPING);
        return verdict.value() == null ? null : verdict.value().toPlainString();
    }

    static boolean mastered(MasteryPolicy policy, int... levels) {
        return policy.judge(Shown.evidence(levels), KEEPING).stands(false);
    }

    static boolean masteredWhileLapsing(MasteryPolicy policy, int... levels) {
        return policy.judge(Shown.evidence(levels), LAPSING).stands(true);
    }

    static Explanation explain(MasteryPolicy policy, int... levels) {
        return policy.explain(Shown.evidence(levels), KEEPING);
    }

    static Explanation explain(MasteryPolicy policy, Shown... attempts) {
        List<Evidence> evidence = Shown.evidence(attempts);
        return policy.explain(
                evidence.stream().filter(Evidence::isDemonstration).toList(), KEEPING);
    }
}
