package io.pacelight.progression.domain.policy;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** All policies that a district has set, the newest version for each scope. */
public final class PolicyBook {
    public static final PolicyBook EMPTY = new PolicyBook(Map.of());

    private final Map<Scope, PolicySetting> settings;

    private PolicyBook(Map<Scope, PolicySetting> settings) {
        this.settings = settings;
    }

    /** This book with the setting in it, unless it has a newer one for that scope. */
    public PolicyBook with(PolicySetting setting) {
        PolicySetting known = settings.get(setting.scope());
        if (known != null && known.version() >= setting.version()) {
            return this;
        }
        Map<Scope, PolicySetting> more = new HashMap<>(settings);
        more.put(setting.scope(), setting);
        return new PolicyBook(Map.copyOf(more));
    }

    /** What is set for exactly this scope, or version 0 of the default. */
    public PolicySetting at(Scope scope) {
        PolicySetting set = settings.get(scope);
        return set == null ? new PolicySetting(scope, 0, Policies.DEFAULT, false) : set;
    }

    /**
     * The nearest setting: of the competency, else of a school, else of the district, else the default.
     *
     * @param schools the student's; of several with a policy the first by id decides, so that one holds
     */
    public PolicySetting nearest(String competency, Collection<String> schools) {
        PolicySetting own = settings.get(new Scope.Competency(competency));
        if (own != null) {
            return own;
        }
        return schools.stream()
                .sorted()
                .map(school -> settings.get(new Scope.School(school)))
                .filter(setting -> setting != null)
                .findFirst()
                .orElseGet(() -> settings.getOrDefault(Scope.DISTRICT, PolicySetting.UNSET));
    }
}
