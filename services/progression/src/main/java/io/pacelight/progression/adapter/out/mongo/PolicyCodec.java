package io.pacelight.progression.adapter.out.mongo;

import io.pacelight.kit.mongo.FieldWriter;
import io.pacelight.kit.mongo.StateCodec;
import io.pacelight.kit.mongo.StoredFields;
import io.pacelight.progression.application.SetPolicy;
import io.pacelight.progression.domain.policy.Policies;
import io.pacelight.progression.domain.policy.PolicySetting;
import io.pacelight.progression.domain.policy.Scope;
import java.util.HashMap;
import java.util.Map;

/** What is set for one scope: {@code {scope, version, policy, parameters, lapsing}}. */
public final class PolicyCodec implements StateCodec<SetPolicy> {
    @Override
    public void write(FieldWriter out, SetPolicy state) {
        PolicySetting setting = state.setting();
        if (setting != null) {
            out.put("scope", setting.scope().toString())
                    .put("version", setting.version())
                    .put("policy", Policies.nameOf(setting.policy()))
                    .document(
                            "parameters",
                            Policies.parametersOf(setting.policy()),
                            (parameters, all) -> all.forEach(parameters::put))
                    .put("lapsing", setting.lapsing());
        }
    }

    @Override
    public SetPolicy read(String id, StoredFields in) {
        String scope = in.stringOrNone("scope");
        if (scope == null) {
            return SetPolicy.NONE;
        }
        Map<String, Integer> parameters = new HashMap<>();
        in.document("parameters").eachNumber((name, value) -> parameters.put(name, Math.toIntExact(value)));
        return new SetPolicy(new PolicySetting(
                Scope.parse(scope),
                in.number("version"),
                Policies.make(in.string("policy"), parameters),
                in.flag("lapsing")));
    }
}
