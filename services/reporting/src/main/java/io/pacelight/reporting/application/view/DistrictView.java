package io.pacelight.reporting.application.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole district. */
public record DistrictView(
        Named district,
        @Nullable Instant asOf,
        Instant now,
        int students,
        int classes,
        List<TotalsView.CompetencyRow> masteryByCompetency,
        TotalsView.PaceRow pace,
        TotalsView.ConferenceRow conferences,
        List<TotalsView.ClassDot> classPace,
        List<TotalsView.BottleneckRow> bottlenecks,
        int stuckNow,
        List<TotalsView.SchoolRow> schools,
        FreshnessRow freshness,
        LedgerRow ledger) {
    /** From an attempt being recorded to its judgement being visible here, in wall-clock milliseconds. */
    public record FreshnessRow(
            @Nullable Long p50Millis,
            @Nullable Long p99Millis,
            @Nullable Instant lastEventAt) {}

    /** Attempts that count; those whose judgement is here; records set aside; what is missing after that (0 at rest). */
    public record LedgerRow(long attempts, long applied, long quarantined, long imbalance) {}
}
