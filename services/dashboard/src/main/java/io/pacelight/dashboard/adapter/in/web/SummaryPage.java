package io.pacelight.dashboard.adapter.in.web;

import io.pacelight.dashboard.domain.StripPlot;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A school or the district as it is printed. */
public record SummaryPage(
        String id,
        String name,
        String eyebrow,
        String sub,
        boolean empty,
        String stream,
        List<Kpi> kpis,
        @Nullable StripPlot wide,
        @Nullable StripPlot narrow,
        List<ClassLine> classTable,
        int suppressedClasses,
        List<Bottle> bottlenecks,
        List<Share> mastery,
        List<School> schools,
        String order,
        List<CauseCount> causes,
        @Nullable Data data,
        ZoneId zone,
        @Nullable Instant asOf) {

    /** One number that matters, and what it means. */
    public record Kpi(String value, String label, @Nullable String note, boolean alarming) {}

    /** One row of the table behind the strip plot. */
    public record ClassLine(
            @Nullable String school,
            String title,
            @Nullable String href,
            String students,
            String share,
            boolean suppressed) {}

    /** One bottleneck; width is a share of 100. */
    public record Bottle(
            String code,
            String name,
            double width,
            String share,
            String severity,
            String words,
            int stuck,
            int determinate,
            int indeterminate,
            boolean tooFew) {}

    /** Mastery of one competency; width is a share of 100. */
    public record Share(String code, String name, double width, String share, String words, boolean suppressed) {}

    /** One school of the district. */
    public record School(
            String href,
            String name,
            String students,
            String onPace,
            double onPaceWidth,
            String mastered,
            String open,
            boolean suppressed) {}

    /** Open conferences by cause. */
    public record CauseCount(String label, int count) {}

    /** How fresh and how complete the data is. */
    public record Data(
            String half, String almostAll, @Nullable String last, String applied, String quarantined, long imbalance) {}
}
