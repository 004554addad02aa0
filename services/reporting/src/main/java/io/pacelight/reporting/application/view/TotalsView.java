package io.pacelight.reporting.application.view;

import io.pacelight.reporting.domain.Cause;
import io.pacelight.reporting.domain.rollup.Bottleneck;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parts that a school's and a district's page have in common. Where a row is suppressed its numbers are 0 and its share is missing. */
public final class TotalsView {
    private TotalsView() {}

    /** How many of those with evidence have mastered a competency. */
    public record CompetencyRow(
            String code,
            String name,
            int students,
            int mastered,
            @Nullable Double share,
            boolean suppressed) {}

    /** Students by their most pressing light; the share on pace is of those with a running target. */
    public record PaceRow(
            int onPace, int watch, int missed, @Nullable Double share, boolean suppressed) {}

    /** Conferences: open now, and of this week (from Monday). */
    public record ConferenceRow(
            int open,
            int startedThisWeek,
            int doneThisWeek,
            @Nullable Double withinDayShare,
            Map<Cause, Integer> byCause) {}

    /** One class as a dot; named only to its teachers and coaches. */
    public record ClassDot(
            @Nullable String classId,
            @Nullable String title,
            int students,
            @Nullable Double share,
            boolean suppressed) {}

    /** A competency on which students are stuck; only those with at least twenty determinate students are listed. */
    public record BottleneckRow(
            String code,
            String name,
            int stuck,
            int determinate,
            int indeterminate,
            double share,
            Bottleneck.Level level) {}

    /** Dots of one school, as a district sees it. */
    public record Dot(@Nullable Double share, int students) {}

    /** One school in its district. */
    public record SchoolRow(
            String id,
            String name,
            int students,
            @Nullable Double onPaceShare,
            @Nullable Double masteredShare,
            int openConferences,
            List<Dot> classPace,
            boolean suppressed) {}
}
