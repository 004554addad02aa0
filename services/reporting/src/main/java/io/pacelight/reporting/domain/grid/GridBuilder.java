package io.pacelight.reporting.domain.grid;

import io.pacelight.reporting.domain.Competence;
import io.pacelight.reporting.domain.Conference;
import io.pacelight.reporting.domain.LevelState;
import io.pacelight.reporting.domain.Light;
import io.pacelight.reporting.domain.Pace;
import io.pacelight.reporting.domain.StudentState;
import io.pacelight.reporting.domain.grid.ClassGrid.Cell;
import io.pacelight.reporting.domain.grid.ClassGrid.Column;
import io.pacelight.reporting.domain.grid.ClassGrid.Row;
import io.pacelight.reporting.domain.grid.ClassGrid.Summary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Builds the grid of one class at one instant from its plan and its students. */
public final class GridBuilder {
    private static final Comparator<Row> BY_NAME = Comparator.<Row, String>comparing(
                    row -> row.pupil().name())
            .thenComparing(row -> row.pupil().state().student());

    private final String classId;
    private final ClassPlan plan;
    private final List<Pupil> pupils;
    private final Instant now;
    private final List<String> competencies;
    private final List<String> targets;
    private final Map<String, Instant> due;

    private GridBuilder(String classId, ClassPlan plan, List<Pupil> pupils, Instant now) {
        this.classId = classId;
        this.plan = plan;
        this.pupils = List.copyOf(pupils);
        this.now = now;
        competencies = columns();
        targets = plan.targetsInOrder();
        due = dueInClass();
    }

    /** The grid; {@code since} is the instant from which the summary counts what was newly mastered. */
    public static ClassGrid build(String classId, ClassPlan plan, List<Pupil> pupils, Instant now, Instant since) {
        return new GridBuilder(classId, plan, pupils, now).grid(since);
    }

    private ClassGrid grid(Instant since) {
        Map<String, Integer> units = plan.unitOf();
        String position = planPosition();
        List<Column> columns = competencies.stream()
                .map(code -> new Column(code, units.get(code), code.equals(position)))
                .toList();
        List<Row> rows = new ArrayList<>(pupils.stream().map(this::row).toList());
        rows.sort(byNeed().thenComparing(BY_NAME));
        List<Row> ranked = new ArrayList<>();
        for (Row row : rows)
            ranked.add(new Row(
                    row.pupil(),
                    row.pace(),
                    row.stalled(),
                    row.actual(),
                    row.expected(),
                    ranked.size() + 1,
                    row.cells()));
        return new ClassGrid(columns, ranked, summary(ranked, currentUnit(position), since));
    }

    /** Pathway and plan; a class that has no pathway shows whatever there is evidence of as well. */
    private List<String> columns() {
        List<String> columns = new ArrayList<>(plan.competencies());
        if (plan.units().isEmpty()) {
            Set<String> seen = new TreeSet<>();
            for (Pupil pupil : pupils)
                pupil.state().competencies().forEach((code, competence) -> {
                    if (competence.attempts() > 0) seen.add(code);
                });
            columns.forEach(seen::remove);
            columns.addAll(seen);
        }
        return columns;
    }

    /**
     * When each target is due for the first student of the class; students differ by what they missed. A light that was
     * taken away no longer follows the calendar, so it says when only where no other is left.
     */
    private Map<String, Instant> dueInClass() {
        Map<String, Instant> gone = earliest(light -> light.pace() == Pace.NONE);
        Map<String, Instant> running = earliest(light -> light.pace() != Pace.NONE);
        gone.putAll(running);
        return gone;
    }

    private Map<String, Instant> earliest(Predicate<Light> which) {
        Map<String, Instant> earliest = new HashMap<>();
        for (Pupil pupil : pupils)
            pupil.state().in(classId).lights().forEach((code, light) -> {
                if (light.targetAt() != null && which.test(light))
                    earliest.merge(code, light.targetAt(), (one, other) -> one.isBefore(other) ? one : other);
            });
        return earliest;
    }

    private @Nullable String planPosition() {
        for (String target : targets) {
            Instant at = due.get(target);
            if (at != null && at.isAfter(now)) return target;
        }
        return null;
    }

    private Row row(Pupil pupil) {
        StudentState state = pupil.state();
        Map<String, Light> lights = state.in(classId).lights();
        String next = next(state);
        List<Cell> cells = new ArrayList<>();
        for (String code : competencies) {
            Competence competence = state.competencies().get(code);
            if (competence != null && competence.attempts() == 0 && !competence.mastered()) competence = null;
            Light light = lights.get(code);
            if (light != null && light.pace() == Pace.NONE) light = null;
            if (competence == null && light == null && !code.equals(next)) continue;
            cells.add(new Cell(
                    code,
                    competence == null ? LevelState.NONE : LevelState.of(competence),
                    competence,
                    light,
                    code.equals(next)));
        }
        return new Row(
                pupil,
                state.pace(classId),
                state.in(classId).stalled(),
                share(targets.isEmpty() ? competencies : targets, code -> mastered(state, code)),
                share(targets, code -> isDue(lights, code)),
                0,
                cells);
    }

    private boolean isDue(Map<String, Light> lights, String code) {
        Light light = lights.get(code);
        Instant at = light != null && light.pace() != Pace.NONE && light.targetAt() != null
                ? light.targetAt()
                : due.get(code);
        return at != null && !at.isAfter(now);
    }

    /** The first unmastered competency whose prerequisites are met; if they are met nowhere, the first unmastered. */
    private @Nullable String next(StudentState state) {
        Set<String> taught = plan.competencies();
        String first = null;
        for (String code : taught) {
            if (mastered(state, code)) continue;
            if (first == null) first = code;
            if (unlocked(state, code, taught)) return code;
        }
        return first;
    }

    /** A prerequisite that is taught elsewhere and of which nothing is known holds nobody back. */
    private boolean unlocked(StudentState state, String code, Set<String> taught) {
        for (String prerequisite : plan.prerequisites().getOrDefault(code, List.of())) {
            Competence competence = state.competencies().get(prerequisite);
            if (competence == null
                    ? taught.contains(prerequisite)
                    : !competence.mastered() && !competence.readyForNext()) return false;
        }
        return true;
    }

    private Comparator<Row> byNeed() {
        return Comparator.<Row>comparingInt(this::pressing)
                .thenComparing(Comparator.comparing(Row::pace).reversed())
                .thenComparingInt(row -> row.stalled() == null ? 1 : 0)
                .thenComparing(Comparator.<Row>comparingDouble(row -> row.expected() - row.actual())
                        .reversed());
    }

    @SuppressWarnings("EnumOrdinal") // causes are declared in the order of the queue
    private int pressing(Row row) {
        Conference open = row.pupil().state().openConference(classId);
        return open == null ? Integer.MAX_VALUE : open.cause().ordinal();
    }

    /** The unit of the plan's position; without one, the first that not everybody has mastered. */
    private List<String> currentUnit(@Nullable String position) {
        for (ClassPlan.Unit unit : plan.units())
            if (position == null ? !masteredByAll(unit) : unit.competencies().contains(position))
                return unit.competencies();
        return plan.units().isEmpty()
                ? competencies
                : plan.units().get(plan.units().size() - 1).competencies();
    }

    private boolean masteredByAll(ClassPlan.Unit unit) {
        return pupils.stream()
                .allMatch(pupil -> unit.competencies().stream().allMatch(code -> mastered(pupil.state(), code)));
    }

    private Summary summary(List<Row> rows, List<String> unit, Instant since) {
        Map<LevelState, Integer> states = new EnumMap<>(LevelState.class);
        Map<Pace, Integer> paces = new EnumMap<>(Pace.class);
        int open = 0;
        int masteredSince = 0;
        for (Row row : rows) {
            StudentState state = row.pupil().state();
            paces.merge(row.pace(), 1, Integer::sum);
            if (state.openConference(classId) != null) open++;
            for (String code : unit) {
                Competence competence = state.competencies().get(code);
                states.merge(competence == null ? LevelState.NONE : LevelState.of(competence), 1, Integer::sum);
            }
            for (String code : competencies) {
                Competence competence = state.competencies().get(code);
                if (competence != null
                        && competence.mastered()
                        && competence.masteredAt() != null
                        && !competence.masteredAt().isBefore(since)) masteredSince++;
            }
        }
        return new Summary(
                states,
                paces.getOrDefault(Pace.ON_PACE, 0),
                paces.getOrDefault(Pace.WATCH, 0),
                paces.getOrDefault(Pace.MISSED, 0),
                open,
                masteredSince);
    }

    private static boolean mastered(StudentState state, String code) {
        Competence competence = state.competencies().get(code);
        return competence != null && competence.mastered();
    }

    private static double share(List<String> codes, Predicate<String> counts) {
        if (codes.isEmpty()) return 0;
        return (double) codes.stream().filter(counts).count() / codes.size();
    }
}
