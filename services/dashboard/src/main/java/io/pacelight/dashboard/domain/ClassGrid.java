package io.pacelight.dashboard.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A class: its students, its competencies in pathway order, and the cells where something is to be seen. */
public record ClassGrid(
        SchoolClass schoolClass,
        Instant asOf,
        Instant now,
        ZoneId zone,
        List<Competency> competencies,
        List<Row> students,
        List<ScaleLevel> levels,
        Summary summary) {
    private static final List<State> STATES = List.of(State.values());

    public ClassGrid {
        competencies = Lists.orEmpty(competencies);
        students = Lists.orEmpty(students);
        levels = Lists.orEmpty(levels);
    }

    /** The class itself. */
    public record SchoolClass(
            String id,
            String title,
            @Nullable String course,
            @Nullable String period,
            @Nullable String room,
            @Nullable Named school) {}

    /** One column. */
    public record Competency(
            String code,
            String name,
            @Nullable String statement,
            @Nullable String iCan,
            @Nullable Unit unit,
            boolean planPosition) {}

    /** A unit of the pathway. */
    public record Unit(int index, @Nullable String title) {}

    /** One student; actual and expected are shares 0..1 of the plan. */
    public record Row(
            String id,
            String name,
            Pace pace,
            @Nullable Cause stalled,
            double actual,
            double expected,
            int needRank,
            List<Cell> cells) {
        public Row {
            pace = pace == null ? Pace.NONE : pace;
            cells = Lists.orEmpty(cells);
        }

        public Optional<Cell> cell(String code) {
            return cells.stream().filter(c -> c.code().equals(code)).findFirst();
        }

        /** The name as one says it: roster gives “family, given”. */
        public String spokenName() {
            int comma = name.indexOf(", ");
            return comma < 0 ? name : name.substring(comma + 2) + " " + name.substring(0, comma);
        }
    }

    /** One student on one competency; recent holds the last levels, oldest first. */
    public record Cell(
            String code,
            State state,
            @Nullable Double level,
            @Nullable String shown,
            int attempts,
            @Nullable String progress,
            boolean next,
            Pace pace,
            @Nullable Instant targetAt,
            List<Double> recent,
            @Nullable Instant masteredAt) {
        public Cell {
            state = state == null ? State.NONE : state;
            pace = pace == null ? Pace.NONE : pace;
            recent = Lists.orEmpty(recent);
        }
    }

    /** One level of the district’s scale. */
    public record ScaleLevel(double value, String label, State state) {}

    /** Counts over the class; states over the unit the plan is in. */
    public record Summary(
            int studentCount,
            Map<State, Integer> states,
            int onPace,
            int watch,
            int missed,
            int openConferences,
            int masteredSinceYesterday) {
        public Summary {
            states = states == null ? Map.of() : Map.copyOf(states);
        }
    }

    public Optional<Row> student(String id) {
        return students.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    public Optional<Competency> competency(String code) {
        return competencies.stream().filter(c -> c.code().equals(code)).findFirst();
    }

    /** The unit in which the plan stands now, if the class has a pathway. */
    public Optional<Unit> currentUnit() {
        return competencies.stream()
                .filter(Competency::planPosition)
                .map(Competency::unit)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The state that an attempt shows as: by its level, or by its points where it has no level. */
    public State stateOf(StudentRecord.Evidence evidence) {
        Double score = evidence.score();
        Double most = evidence.maxScore();
        if (evidence.level() == null && score != null && most != null && most > 0) {
            double share = score / most;
            return share < .6
                    ? State.EMERGING
                    : share < .8 ? State.APPROACHING : share < .95 ? State.MASTERY : State.EXCEEDS;
        }
        return stateOf(evidence.level());
    }

    /** The state that a level shows as: that of the highest step of the scale not above it. */
    public State stateOf(@Nullable Double level) {
        if (level == null) {
            return State.NONE;
        }
        if (levels.isEmpty()) {
            return STATES.get((int) Math.clamp(Math.floor(level), 0, STATES.size() - 1.0));
        }
        return levels.stream()
                .filter(step -> step.value() <= level + 1e-9)
                .max(Comparator.comparingDouble(ScaleLevel::value))
                .map(ScaleLevel::state)
                .orElse(State.NONE);
    }
}
