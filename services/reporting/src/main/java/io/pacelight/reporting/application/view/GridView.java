package io.pacelight.reporting.application.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.pacelight.reporting.domain.Cause;
import io.pacelight.reporting.domain.LevelState;
import io.pacelight.reporting.domain.Pace;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A class: its students by need and its competencies in pathway order. */
public record GridView(
        @JsonProperty("class") ClassInfo classInfo,
        Instant asOf,
        Instant now,
        String zone,
        List<CompetencyColumn> competencies,
        List<StudentRow> students,
        List<LevelStep> levels,
        ClassSummary summary) {
    /** The class itself. */
    public record ClassInfo(
            String id,
            String title,
            @Nullable String course,
            @Nullable String period,
            @Nullable String room,
            Named school,
            @Nullable Term term) {}

    /** The term that runs, or the last of the class. */
    public record Term(String id, String title, LocalDate start, LocalDate end) {}

    /** A unit of the pathway, counted from 1. */
    public record UnitRef(int index, String title) {}

    /** A competency; {@code planPosition} where the pacing plan is now. */
    public record CompetencyColumn(
            String code,
            String name,
            @Nullable String statement,
            @Nullable String iCan,
            @Nullable UnitRef unit,
            boolean planPosition) {}

    /** A student; {@code actual} and {@code expected} are shares from 0 to 1 of the plan, {@code needRank} 1 needs most. */
    public record StudentRow(
            String id,
            String name,
            Pace pace,
            @Nullable Cause stalled,
            double actual,
            double expected,
            int needRank,
            List<Cell> cells) {}

    /** A student on a competency. */
    public record Cell(
            String code,
            LevelState state,
            BigDecimal level,
            BigDecimal shown,
            int attempts,
            @Nullable String progress,
            boolean next,
            Pace pace,
            @Nullable Instant targetAt,
            List<BigDecimal> recent,
            @Nullable Instant masteredAt) {}

    /** A step of the scale. */
    public record LevelStep(int value, String label, LevelState state) {
        /** The default scale. */
        public static final List<LevelStep> DEFAULT = List.of(
                new LevelStep(0, "No evidence", LevelState.NONE),
                new LevelStep(1, "Emerging", LevelState.EMERGING),
                new LevelStep(2, "Approaching", LevelState.APPROACHING),
                new LevelStep(3, "Mastery", LevelState.MASTERY),
                new LevelStep(4, "Exceeds", LevelState.EXCEEDS));
    }

    /** The class at a glance; {@code states} are the cells of the unit that the class is in. */
    public record ClassSummary(
            int studentCount,
            Map<LevelState, Integer> states,
            int onPace,
            int watch,
            int missed,
            int openConferences,
            int masteredSinceYesterday) {}
}
