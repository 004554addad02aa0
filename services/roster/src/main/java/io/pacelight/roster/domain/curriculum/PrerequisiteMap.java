package io.pacelight.roster.domain.curriculum;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which competencies come directly before which; must have no circle. */
public final class PrerequisiteMap {
    private final SortedMap<String, SortedSet<String>> requires = new TreeMap<>();

    /** Says all that comes directly before a competency. */
    public void put(String competency, Set<String> before) {
        requires.put(competency, new TreeSet<>(before));
    }

    public SortedSet<String> requiredBy(String competency) {
        return requires.getOrDefault(competency, Collections.emptySortedSet());
    }

    /** A circle, if there is one, from a competency through those that build on it back to itself. */
    public Optional<List<String>> findCircle() {
        Set<String> cleared = new HashSet<>();
        for (String start : requires.keySet()) {
            Optional<List<String>> circle = walkFrom(start, cleared);
            if (circle.isPresent()) {
                return circle;
            }
        }
        return Optional.empty();
    }

    private Optional<List<String>> walkFrom(String start, Set<String> cleared) {
        if (cleared.contains(start)) {
            return Optional.empty();
        }
        List<String> path = new ArrayList<>();
        Map<String, Integer> placeOnPath = new HashMap<>();
        Deque<Iterator<String>> open = new ArrayDeque<>();
        enter(start, path, placeOnPath, open);
        while (!open.isEmpty()) {
            Iterator<String> next = open.getLast();
            if (!next.hasNext()) {
                open.removeLast();
                String left = path.removeLast();
                placeOnPath.remove(left);
                cleared.add(left);
                continue;
            }
            String code = next.next();
            Integer place = placeOnPath.get(code);
            if (place != null) {
                List<String> circle = new ArrayList<>(path.subList(place, path.size()));
                Collections.reverse(circle);
                circle.addFirst(code);
                return Optional.of(List.copyOf(circle));
            }
            if (!cleared.contains(code)) {
                enter(code, path, placeOnPath, open);
            }
        }
        return Optional.empty();
    }

    private void enter(String code, List<String> path, Map<String, Integer> placeOnPath, Deque<Iterator<String>> open) {
        placeOnPath.put(code, path.size());
        path.add(code);
        open.addLast(requiredBy(code).iterator());
    }
}
