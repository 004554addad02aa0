package io.pacelight.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.pacelight.canary.Canary;
import io.pacelight.kit.testing.Eventually;
import io.pacelight.observability.Observability.Query;
import io.pacelight.observability.Observability.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules and dashboards ask for what running services say, and for nothing else. */
class LiveMetricsIT {
    @Test
    void every_metric_and_label_that_is_asked_for_is_exposed_by_a_live_service() {
        List<Query> queries = Observability.queries();
        assertThat(queries).hasSizeGreaterThan(70);
        Eventually.holds(() -> assertThat(live().unknownTo(queries, recorded())).isEmpty());
    }

    @Test
    void a_metric_or_label_that_nobody_exposes_is_found() {
        Exposition live = live();
        assertThat(live.unknownTo(
                        List.of(
                                new Query("metric", "rate(pacelight_freshnes_seconds_count[5m])"),
                                new Query("label", "pacelight_ledger_attempts{phase=\"applied\"}"),
                                new Query("group", "sum by (districts) (pacelight_ledger_attempts)")),
                        recorded()))
                .containsExactly(
                        "group: grouped by districts",
                        "label: label phase of pacelight_ledger_attempts",
                        "metric: metric pacelight_freshnes_seconds_count");
    }

    @Test
    void what_was_recorded_is_applied_by_the_stores_own_counts() {
        Eventually.holds(() -> {
            Exposition live = live();
            double recorded = live.max("pacelight_ledger_attempts", "stage", "recorded");
            assertThat(recorded).isGreaterThan(1_000);
            assertThat(recorded
                            - live.max("pacelight_ledger_attempts", "stage", "voided")
                            - live.max("pacelight_ledger_attempts", "stage", "applied")
                            - live.max("pacelight_ledger_attempts", "stage", "quarantined"))
                    .isZero();
            assertThat(live.max("pacelight_ledger_unjudged", "application", "reporting"))
                    .isZero();
        });
    }

    @Test
    void no_label_holds_a_person() {
        assertThat(live().samples())
                .flatExtracting(sample -> sample.labels().values())
                .noneMatch(value -> value.contains("stu_") || value.contains("stf_") || value.contains("@"));
    }

    /** The canary is a process of its own; what it would expose. */
    private static String canary() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.config().commonTags("application", "canary");
        Canary.at(LiveDistrict.district().address(), "demo-canary", () -> "", Duration.ZERO, registry);
        return registry.scrape();
    }

    private static Exposition live() {
        List<String> pages = new ArrayList<>(LiveDistrict.scraped().values());
        pages.add(canary());
        return new Exposition(pages);
    }

    /** The labels that recordings have: those they are given and those they group by. */
    private static Map<String, Set<String>> recorded() {
        Map<String, Set<String>> recorded = new HashMap<>();
        for (Rule rule : Observability.rules()) {
            if (rule.isAlert()) continue;
            Set<String> labels = recorded.computeIfAbsent(rule.name(), name -> new HashSet<>());
            rule.map("labels").keySet().forEach(label -> labels.add(String.valueOf(label)));
            labels.addAll(PromQl.read(rule.expression()).grouping());
        }
        return recorded;
    }
}
