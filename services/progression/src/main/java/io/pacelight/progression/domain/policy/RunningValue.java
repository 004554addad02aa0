package io.pacelight.progression.domain.policy;

import io.pacelight.progression.domain.evidence.Evidence;
import io.pacelight.progression.domain.evidence.Level;
import io.pacelight.progression.domain.evidence.Scale;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A number carried from demonstration to demonstration; mastery is when it reaches the mastery level. */
@FunctionalInterface
interface RunningValue {

    /** Takes the next score and returns the value so far, two decimals. */
    Level after(Level next);

    static Verdict judge(List<Evidence> demonstrations, Terms terms, RunningValue running) {
        Level value = null;
        Crossings crossings = new Crossings();
        for (int i = 0; i < demonstrations.size(); i++) {
            value = running.after(demonstrations.get(i).level());
            crossings.at(i + 1, value.reaches(terms.mastery()));
        }
        return value == null
                ? Verdict.withoutDemonstrations(0)
                : new Verdict(value.toDecimal(), value, crossings, 0, 0);
    }

    static Explanation explain(
            List<Evidence> demonstrations,
            Terms terms,
            Supplier<RunningValue> fresh,
            String what,
            Map<String, String> setAside) {
        Verdict verdict = judge(demonstrations, terms, fresh.get());
        String finding = verdict.level() == null ? "there is no demonstration yet" : what + " is " + verdict.level();
        if (verdict.stands(terms.lapsing()) && verdict.metSince() == 0) {
            finding += ", and mastery once reached stays";
        }
        String missing = null;
        if (!verdict.stands(terms.lapsing())) {
            Scale.Step enough = enough(demonstrations, terms, fresh);
            missing = enough == null
                    ? "several more demonstrations at " + terms.scale().goal() + " or above"
                    : "one more demonstration at "
                            + enough.level().exact().stripTrailingZeros().toPlainString() + " (" + enough.label()
                            + ") or above";
        }
        return new Explanation(finding, setAside, missing);
    }

    /** The lowest step that, shown once more, would be mastery. */
    private static Scale.@Nullable Step enough(
            List<Evidence> demonstrations, Terms terms, Supplier<RunningValue> fresh) {
        for (Scale.Step step : terms.scale().steps()) {
            RunningValue running = fresh.get();
            demonstrations.forEach(demonstration -> running.after(demonstration.level()));
            if (running.after(step.level()).reaches(terms.mastery())) {
                return step;
            }
        }
        return null;
    }
}
