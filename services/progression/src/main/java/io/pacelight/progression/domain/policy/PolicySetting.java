package io.pacelight.progression.domain.policy;

/**
 * A policy as it is set for a scope.
 *
 * @param version counts up with each change in its scope; 0 for what holds where nothing is set
 * @param lapsing whether later work can take mastery back
 */
public record PolicySetting(Scope scope, long version, MasteryPolicy policy, boolean lapsing) {
    public static final PolicySetting UNSET = new PolicySetting(Scope.DISTRICT, 0, Policies.DEFAULT, false);
}
