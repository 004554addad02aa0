package io.pacelight.progression.domain.map;

import io.pacelight.progression.domain.map.StudentMap.Row;
import io.pacelight.progression.domain.mastery.CompetencyUnlocked;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Opens what builds on what a student has met; pure, and the same whatever the order of the rows. */
public final class StudentMapDecider {
    private StudentMapDecider() {}

    /**
     * What becomes of the map.
     *
     * @param map with the new rows and with what is open now
     * @param events one for each competency that has opened, by code; what closes again (a correction) is not told, since
     *     LOCKED only advises
     */
    public record Decision(StudentMap map, List<CompetencyUnlocked> events) {}

    /** Takes rows that are newer than those known, and looks at what builds on them. */
    public static Decision absorb(StudentMap map, Collection<Row> rows, Prerequisites prerequisites) {
        Map<String, Row> known = new HashMap<>(map.rows());
        Set<String> concerned = new TreeSet<>();
        for (Row row : rows) {
            Row before = known.get(row.competency());
            if (before == null || before.sequence() < row.sequence()) {
                known.put(row.competency(), row);
                concerned.addAll(prerequisites.followersOf(row.competency()));
            }
        }
        return decide(new StudentMap(known, map.unlocked()), concerned, prerequisites);
    }

    /** Looks at everything again, after the prerequisites have changed. */
    public static Decision recompute(StudentMap map, Prerequisites prerequisites) {
        Set<String> concerned = new TreeSet<>(prerequisites.followers());
        concerned.addAll(map.unlocked());
        return decide(map, concerned, prerequisites);
    }

    private static Decision decide(StudentMap map, Set<String> concerned, Prerequisites prerequisites) {
        Set<String> unlocked = new TreeSet<>(map.unlocked());
        List<CompetencyUnlocked> events = new ArrayList<>();
        for (String code : concerned) {
            boolean builds = !prerequisites.of(code).isEmpty();
            if (builds && map.open(code, prerequisites)) {
                if (unlocked.add(code)) {
                    events.add(new CompetencyUnlocked(
                            code, prerequisites.of(code).stream().sorted().toList()));
                }
            } else {
                unlocked.remove(code);
            }
        }
        return new Decision(new StudentMap(map.rows(), unlocked), events);
    }
}
