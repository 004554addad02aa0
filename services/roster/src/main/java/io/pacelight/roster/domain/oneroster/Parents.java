package io.pacelight.roster.domain.oneroster;

import io.pacelight.roster.domain.report.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Watches that nothing becomes its own ancestor: organisations in organisations, sessions in sessions. */
public final class Parents {
    private final Table table;
    private final Map<String, String> parentOf = new LinkedHashMap<>();
    private final Map<String, Integer> rowOf = new HashMap<>();

    public Parents(Table table) {
        this.table = table;
    }

    public void add(Row row) {
        String id = row.get("sourcedId");
        String parent = row.get("parentSourcedId");
        if (!id.isEmpty() && !parent.isEmpty() && !PackageIndex.isDeleted(row)) {
            parentOf.putIfAbsent(id, parent);
            rowOf.putIfAbsent(id, row.number());
        }
    }

    /** One problem for each ring of parents, with the ring spelled out. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        Set<String> cleared = new HashSet<>();
        for (String start : parentOf.keySet()) {
            List<String> path = new ArrayList<>();
            Set<String> onPath = new HashSet<>();
            String at = start;
            while (at != null && !cleared.contains(at) && onPath.add(at)) {
                path.add(at);
                at = parentOf.get(at);
            }
            if (at != null && !cleared.contains(at)) {
                List<String> ring = new ArrayList<>(path.subList(path.indexOf(at), path.size()));
                ring.add(at);
                int row = rowOf.getOrDefault(at, 0);
                problems.add(Problem.ofCell(
                        table.file(),
                        row,
                        "parentSourcedId",
                        "parent-cycle",
                        "%s data row %d: parentSourcedId goes in a circle: %s. Break it at one of these rows."
                                .formatted(table.file(), row, String.join(" → ", ring))));
            }
            cleared.addAll(path);
        }
        return problems;
    }
}
