package io.pacelight.dashboard.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Totals of a school or of the district; counts of under ten students come suppressed, never as numbers. */
public record Summary(
        @Nullable Named school,
        @Nullable Named district,
        @Nullable Instant asOf,
        Instant now,
        int students,
        int classes,
        List<CompetencyShare> masteryByCompetency,
        PaceCounts pace,
        Conferences conferences,
        List<ClassPace> classPace,
        List<Bottleneck> bottlenecks,
        int stuckNow,
        List<SchoolLine> schools,
        @Nullable Freshness freshness,
        @Nullable Ledger ledger) {

    public Summary {
        masteryByCompetency = Lists.orEmpty(masteryByCompetency);
        pace = pace == null ? new PaceCounts(0, 0, 0, null) : pace;
        conferences = conferences == null ? new Conferences(0, 0, 0, null, Map.of()) : conferences;
        classPace = Lists.orEmpty(classPace);
        bottlenecks = Lists.orEmpty(bottlenecks);
        schools = Lists.orEmpty(schools);
    }

    /** How many of the students with evidence have mastered a competency. */
    public record CompetencyShare(
            String code,
            String name,
            int students,
            int mastered,
            @Nullable Double share,
            boolean suppressed) {}

    /** Students by pace; share is of those with a running target. */
    public record PaceCounts(
            int onPace, int watch, int missed, @Nullable Double share) {}

    /** Conferences of the week. */
    public record Conferences(
            int open,
            int startedThisWeek,
            int doneThisWeek,
            @Nullable Double withinDayShare,
            Map<String, Integer> byCause) {
        public Conferences {
            byCause = byCause == null ? Map.of() : Map.copyOf(byCause);
        }
    }

    /** One class; named only where the viewer may see the name. */
    public record ClassPace(
            @Nullable String classId,
            @Nullable String title,
            int students,
            @Nullable Double share,
            boolean suppressed) {}

    /** A competency on which the system may be stuck. */
    public record Bottleneck(
            String code,
            String name,
            int stuck,
            int determinate,
            int indeterminate,
            @Nullable Double share,
            Severity level) {
        public Bottleneck {
            level = level == null ? Severity.OK : level;
        }
    }

    /** From half of the determinate it is worth watching; from 80 % the system is stuck, not the student. */
    public enum Severity {
        OK,
        WATCH,
        SYSTEM
    }

    /** One school of the district. */
    public record SchoolLine(
            String id,
            String name,
            int students,
            @Nullable Double onPaceShare,
            @Nullable Double masteredShare,
            int openConferences,
            List<ClassPace> classPace,
            boolean suppressed) {
        public SchoolLine {
            classPace = Lists.orEmpty(classPace);
        }
    }

    /** From recorded to visible. */
    public record Freshness(
            @Nullable Long p50Millis,
            @Nullable Long p99Millis,
            @Nullable Instant lastEventAt) {}

    /** Accepted less applied less quarantined must be zero. */
    public record Ledger(long attempts, long applied, long quarantined, long imbalance) {}

    public long systemBottlenecks() {
        return bottlenecks.stream().filter(b -> b.level() == Severity.SYSTEM).count();
    }
}
