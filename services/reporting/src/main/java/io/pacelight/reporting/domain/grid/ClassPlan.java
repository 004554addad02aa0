package io.pacelight.reporting.domain.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a class teaches.
 *
 * @param units the course's pathway in teaching order; empty if it has none
 * @param targets the competencies of the class's pacing plan, in its order; empty if it has none
 * @param prerequisites by competency, those that come directly before
 */
public record ClassPlan(List<Unit> units, List<String> targets, Map<String, List<String>> prerequisites) {
    /** One unit of the pathway. */
    public record Unit(String title, List<String> competencies) {
        public Unit {
            competencies = List.copyOf(competencies);
        }
    }

    public ClassPlan {
        units = List.copyOf(units);
        targets = List.copyOf(targets);
        prerequisites = Map.copyOf(prerequisites);
    }

    /** The competencies in pathway order, then those that only the plan has. */
    public Set<String> competencies() {
        Set<String> all = new LinkedHashSet<>();
        units.forEach(unit -> all.addAll(unit.competencies()));
        all.addAll(targets);
        return all;
    }

    /** The targets in the order in which they are taught. */
    List<String> targetsInOrder() {
        Set<String> planned = new LinkedHashSet<>(targets);
        List<String> ordered = new ArrayList<>();
        for (String competency : competencies()) if (planned.contains(competency)) ordered.add(competency);
        return ordered;
    }

    /** The unit of each competency, counted from 1. */
    Map<String, Integer> unitOf() {
        Map<String, Integer> units = new LinkedHashMap<>();
        for (int i = 0; i < this.units.size(); i++)
            for (String competency : this.units.get(i).competencies()) units.putIfAbsent(competency, i + 1);
        return units;
    }
}
