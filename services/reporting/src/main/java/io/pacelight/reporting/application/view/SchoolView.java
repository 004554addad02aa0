package io.pacelight.reporting.application.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One school. {@code stuckNow} counts students who are stuck on at least one competency; none where too few. */
public record SchoolView(
        Named school,
        @Nullable Instant asOf,
        Instant now,
        int students,
        int classes,
        List<TotalsView.CompetencyRow> masteryByCompetency,
        TotalsView.PaceRow pace,
        TotalsView.ConferenceRow conferences,
        List<TotalsView.ClassDot> classPace,
        List<TotalsView.BottleneckRow> bottlenecks,
        int stuckNow) {}
