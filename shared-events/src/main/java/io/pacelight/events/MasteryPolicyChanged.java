package io.pacelight.events;

import java.math.BigDecimal;
import java.util.Map;

/** The mastery policy of a scope: {@code district}, {@code school:ID} or {@code competency:CODE}. */
public record MasteryPolicyChanged(
        String district, String scope, String policy, Map<String, BigDecimal> parameters, long version)
        implements ReferenceEvent {
    public static final String TYPE = "io.pacelight.mastery-policy-changed.v1";

    @Override
    public String key() {
        return Keys.of(district, "policy", scope);
    }
}
