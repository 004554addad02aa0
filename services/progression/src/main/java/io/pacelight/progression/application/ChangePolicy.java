package io.pacelight.progression.application;

import io.pacelight.events.Keys;
import io.pacelight.events.MasteryPolicyChanged;
import io.pacelight.kit.state.Emission;
import io.pacelight.kit.state.StateFolder;
import io.pacelight.kit.state.StateStore;
import io.pacelight.kit.state.Step;
import io.pacelight.progression.domain.mastery.Judge;
import io.pacelight.progression.domain.mastery.Rules;
import io.pacelight.progression.domain.mastery.Standing;
import io.pacelight.progression.domain.policy.MasteryPolicy;
import io.pacelight.progression.domain.policy.Policies;
import io.pacelight.progression.domain.policy.PolicyBook;
import io.pacelight.progression.domain.policy.PolicyRefused;
import io.pacelight.progression.domain.policy.PolicySetting;
import io.pacelight.progression.domain.policy.Scope;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Sets the mastery policy of a scope, or says what that would change; whoever is concerned is judged again afterwards. */
public final class ChangePolicy {
    /** Stands among an event's parameters, since lapsing is the setting's and not the policy's. */
    public static final String LAPSING = "lapsing";

    private final StateFolder<SetPolicy, SetPolicy> folder;
    private final Masteries kept;
    private final StateStore<StudentState> students;
    private final RuleBook rules;

    public ChangePolicy(
            StateFolder<SetPolicy, SetPolicy> folder,
            Masteries kept,
            StateStore<StudentState> students,
            RuleBook rules) {
        this.folder = folder;
        this.kept = kept;
        this.students = students;
        this.rules = rules;
    }

    /**
     * What a policy would change, each student counted once.
     *
     * @param judged students with evidence under this setting
     * @param changed those of whom some shown level or mastery would change
     * @param gaining those who would master something more
     * @param losing those who would lose mastery of something
     */
    public record Preview(int judged, int changed, int gaining, int losing) {}

    /**
     * Makes the setting that would come next for a scope.
     *
     * @throws PolicyRefused if the scope is nothing that the district has
     */
    public PolicySetting next(String district, Scope scope, MasteryPolicy policy, boolean lapsing) {
        switch (scope) {
            case Scope.District _ -> {}
            case Scope.School school -> {
                if (!rules.knowsSchool(district, school.id())) {
                    throw new PolicyRefused(
                            "There is no school " + school.id() + "; give its sourcedId as the roster has it.");
                }
            }
            case Scope.Competency competency -> {
                if (!rules.knowsCompetency(district, competency.code())) {
                    throw new PolicyRefused("There is no competency " + competency.code()
                            + "; give its code as the curriculum has it.");
                }
            }
        }
        return new PolicySetting(scope, rules.policies(district).at(scope).version() + 1, policy, lapsing);
    }

    public Preview preview(String district, PolicySetting candidate) {
        PolicyBook book = rules.policies(district).with(candidate);
        Set<String> judged = new HashSet<>();
        Set<String> changed = new HashSet<>();
        Set<String> gaining = new HashSet<>();
        Set<String> losing = new HashSet<>();
        kept.each(district, page -> {
            Map<String, StudentState> states = states(page);
            for (Masteries.Kept each : page) {
                String student = each.key().studentId();
                List<String> schools =
                        states.getOrDefault(student, StudentState.UNKNOWN).schools();
                Rules would = rules.rules(district, each.key().competency(), schools, book);
                Standing now = each.mastery().standing();
                if (!would.setting().equals(candidate) || now == null) {
                    continue;
                }
                judged.add(student);
                Standing then = Judge.judge(each.mastery().portfolio(), would);
                if (!then.shown().equals(now.shown()) || then.mastered() != now.mastered()) {
                    changed.add(student);
                }
                if (then.mastered() && !now.mastered()) {
                    gaining.add(student);
                } else if (now.mastered() && !then.mastered()) {
                    losing.add(student);
                }
            }
        });
        return new Preview(judged.size(), changed.size(), gaining.size(), losing.size());
    }

    /**
     * Sets it and tells it; setting what is set already changes nothing.
     *
     * @param cause id of the command
     */
    public PolicySetting change(
            String district, Scope scope, MasteryPolicy policy, boolean lapsing, String cause, Instant at) {
        PolicySetting known = next(district, scope, policy, lapsing);
        SetPolicy written = folder.command(Keys.of(district, scope.toString()), cause, state -> {
                    PolicySetting set = state.setting();
                    if (set != null && set.policy().equals(policy) && set.lapsing() == lapsing) {
                        return Step.of(state);
                    }
                    long version = Math.max(known.version(), set == null ? 1 : set.version() + 1);
                    PolicySetting setting = new PolicySetting(scope, version, policy, lapsing);
                    return new Step<>(new SetPolicy(setting), List.of(new Emission(told(district, setting), at)));
                })
                .state();
        return Objects.requireNonNull(written.setting(), "what was just set");
    }

    private static MasteryPolicyChanged told(String district, PolicySetting setting) {
        Map<String, BigDecimal> parameters = new LinkedHashMap<>();
        Policies.parametersOf(setting.policy())
                .forEach((name, value) -> parameters.put(name, BigDecimal.valueOf(value)));
        if (setting.lapsing()) {
            parameters.put(LAPSING, BigDecimal.ONE);
        }
        return new MasteryPolicyChanged(
                district, setting.scope().toString(), Policies.nameOf(setting.policy()), parameters, setting.version());
    }

    /** Reads a setting as {@link #change} tells it. */
    public static PolicySetting read(MasteryPolicyChanged told) {
        Map<String, Integer> parameters = new LinkedHashMap<>();
        boolean lapsing = false;
        for (Map.Entry<String, BigDecimal> parameter : told.parameters().entrySet()) {
            if (parameter.getKey().equals(LAPSING)) {
                lapsing = parameter.getValue().signum() != 0;
            } else {
                parameters.put(parameter.getKey(), parameter.getValue().intValueExact());
            }
        }
        return new PolicySetting(
                Scope.parse(told.scope()), told.version(), Policies.make(told.policy(), parameters), lapsing);
    }

    private Map<String, StudentState> states(List<Masteries.Kept> page) {
        Set<String> ids = new HashSet<>();
        page.forEach(each -> ids.add(each.key().studentId()));
        Map<String, StudentState> states = new LinkedHashMap<>();
        students.load(new ArrayList<>(ids)).forEach((id, document) -> states.put(id, document.state()));
        return states;
    }
}
