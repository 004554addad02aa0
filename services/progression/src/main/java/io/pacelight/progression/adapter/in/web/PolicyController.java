package io.pacelight.progression.adapter.in.web;

import io.pacelight.kit.security.OutsideScope;
import io.pacelight.kit.security.Viewer;
import io.pacelight.kit.security.Viewers;
import io.pacelight.kit.time.SchoolClock;
import io.pacelight.kit.web.Refused;
import io.pacelight.progression.application.ChangePolicy;
import io.pacelight.progression.application.RuleBook;
import io.pacelight.progression.domain.policy.MasteryPolicy;
import io.pacelight.progression.domain.policy.Policies;
import io.pacelight.progression.domain.policy.PolicyRefused;
import io.pacelight.progression.domain.policy.PolicySetting;
import io.pacelight.progression.domain.policy.Scope;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Mastery policies of the district, a school ({@code school:ID}) or a competency ({@code competency:CODE}). A dry run tells how
 * many students a change would touch; the change itself judges them again and notifies nobody.
 */
@RestController
@RequestMapping("/api/progression/v1/policies/{scope}")
public class PolicyController {
    /** What to set; parameters left out have their defaults, and without lapsing later work takes no mastery back. */
    public record PolicyRequest(
            @Nullable String policy,
            @Nullable Map<String, BigDecimal> parameters,
            @Nullable Boolean lapsing) {}

    /**
     * What holds for a scope, or would.
     *
     * @param setFor the scope that sets it: the asked one, or a wider one that it takes it from
     * @param version 0 for the default that nobody set
     */
    public record PolicyView(
            String scope,
            String setFor,
            long version,
            String policy,
            Map<String, Integer> parameters,
            boolean lapsing,
            boolean dryRun,
            @Nullable Effect effect) {}

    /** How many students a change would touch, each counted once. */
    public record Effect(int students, int changed, int gaining, int losing) {}

    private final ChangePolicy policies;
    private final RuleBook rules;
    private final Viewers viewers;
    private final SchoolClock clock;

    public PolicyController(ChangePolicy policies, RuleBook rules, Viewers viewers, SchoolClock clock) {
        this.policies = policies;
        this.rules = rules;
        this.viewers = viewers;
        this.clock = clock;
    }

    @GetMapping
    PolicyView get(@PathVariable("scope") String text) {
        Viewer viewer = viewers.current();
        Scope scope = read(text);
        PolicySetting holding =
                switch (scope) {
                    case Scope.District _ -> rules.policies(viewer.district()).nearest("", List.of());
                    case Scope.School school ->
                        rules.policies(viewer.district()).nearest("", List.of(school.id()));
                    case Scope.Competency competency ->
                        rules.policies(viewer.district()).nearest(competency.code(), List.of());
                };
        return view(scope, holding, false, null);
    }

    @PutMapping
    PolicyView put(
            @PathVariable("scope") String text,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody PolicyRequest request) {
        Viewer viewer = viewers.current();
        Scope scope = read(text);
        requireMaySet(viewer, scope);
        boolean lapsing = Boolean.TRUE.equals(request.lapsing());
        try {
            MasteryPolicy policy = policy(request);
            if (dryRun) {
                PolicySetting candidate = policies.next(viewer.district(), scope, policy, lapsing);
                ChangePolicy.Preview preview = policies.preview(viewer.district(), candidate);
                return view(
                        scope,
                        candidate,
                        true,
                        new Effect(preview.judged(), preview.changed(), preview.gaining(), preview.losing()));
            }
            String cause = UUID.randomUUID().toString();
            return view(
                    scope, policies.change(viewer.district(), scope, policy, lapsing, cause, clock.now()), false, null);
        } catch (PolicyRefused refused) {
            throw badInput(refused);
        }
    }

    private static MasteryPolicy policy(PolicyRequest request) {
        if (request.policy() == null) {
            throw new PolicyRefused(
                    "The field policy is missing; give one of " + String.join(", ", Policies.names()) + ".");
        }
        Map<String, Integer> parameters = new HashMap<>();
        if (request.parameters() != null) {
            request.parameters().forEach((name, value) -> parameters.put(name, whole(name, value)));
        }
        return Policies.make(request.policy(), parameters);
    }

    private static Integer whole(String name, @Nullable BigDecimal value) {
        try {
            if (value != null) {
                return value.intValueExact();
            }
        } catch (ArithmeticException e) {
            throw new PolicyRefused(
                    "The parameter " + name + " is " + value.toPlainString() + "; write a whole number.");
        }
        throw new PolicyRefused("The parameter " + name + " is null; write a whole number or leave it out.");
    }

    /** The data desk sets all; whoever sees a whole school sets the school's. */
    private static void requireMaySet(Viewer viewer, Scope scope) {
        boolean own = scope instanceof Scope.School school && viewer.scope().seesSchool(school.id());
        if (!viewer.dataDesk() && !viewer.scope().wholeDistrict() && !own) {
            throw new OutsideScope("The policy of " + scope);
        }
    }

    private static Scope read(String text) {
        try {
            return Scope.parse(text);
        } catch (PolicyRefused refused) {
            throw badInput(refused);
        }
    }

    private static Refused badInput(PolicyRefused refused) {
        return Refused.badInput(String.valueOf(refused.getMessage()));
    }

    private static PolicyView view(Scope scope, PolicySetting setting, boolean dryRun, @Nullable Effect effect) {
        return new PolicyView(
                scope.toString(),
                setting.scope().toString(),
                setting.version(),
                Policies.nameOf(setting.policy()),
                Policies.parametersOf(setting.policy()),
                setting.lapsing(),
                dryRun,
                effect);
    }
}
