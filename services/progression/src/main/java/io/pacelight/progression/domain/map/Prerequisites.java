package io.pacelight.progression.domain.map;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which competency builds directly on which. */
public final class Prerequisites {
    public static final Prerequisites NONE = new Prerequisites(Map.of());

    private final Map<String, Set<String>> before;
    private final Map<String, Set<String>> after = new HashMap<>();

    /** @param before for each competency the codes of what it builds on */
    public Prerequisites(Map<String, ? extends Collection<String>> before) {
        Map<String, Set<String>> copy = new HashMap<>();
        before.forEach((code, codes) -> {
            if (!codes.isEmpty()) {
                copy.put(code, Set.copyOf(codes));
                codes.forEach(each ->
                        after.computeIfAbsent(each, _ -> new HashSet<>()).add(code));
            }
        });
        this.before = Map.copyOf(copy);
    }

    /** What a competency builds on; empty for one to start with. */
    public Set<String> of(String competency) {
        return before.getOrDefault(competency, Set.of());
    }

    /** What builds on a competency. */
    public Set<String> followersOf(String competency) {
        return Set.copyOf(after.getOrDefault(competency, Set.of()));
    }

    /** All competencies that build on something. */
    public Set<String> followers() {
        return before.keySet();
    }
}
