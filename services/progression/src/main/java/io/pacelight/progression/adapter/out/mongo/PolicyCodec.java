package io.pacelight.progression.adapter.out.mongo;

import io.pacelight.kit.mongo.StateCodec;
import io.pacelight.progression.application.SetPolicy;
import io.pacelight.progression.domain.policy.Policies;
import io.pacelight.progression.domain.policy.PolicySetting;
import io.pacelight.progression.domain.policy.Scope;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;

/** What is set for one scope: {@code {scope, version, policy, parameters, lapsing}}. */
public final class PolicyCodec implements StateCodec<SetPolicy> {
    @Override
    public Document write(SetPolicy state) {
        PolicySetting setting = state.setting();
        Document written = new Document();
        if (setting != null) {
            written.append("scope", setting.scope().toString())
                    .append("version", setting.version())
                    .append("policy", Policies.nameOf(setting.policy()))
                    .append("parameters", new Document(new HashMap<>(Policies.parametersOf(setting.policy()))))
                    .append("lapsing", setting.lapsing());
        }
        return written;
    }

    @Override
    public SetPolicy read(String id, Document stored) {
        String scope = stored.getString("scope");
        if (scope == null) {
            return SetPolicy.NONE;
        }
        Map<String, Integer> parameters = new HashMap<>();
        stored.get("parameters", Document.class).forEach((name, value) -> parameters.put(name, (Integer) value));
        return new SetPolicy(new PolicySetting(
                Scope.parse(scope),
                stored.getLong("version"),
                Policies.make(stored.getString("policy"), parameters),
                stored.getBoolean("lapsing")));
    }
}
