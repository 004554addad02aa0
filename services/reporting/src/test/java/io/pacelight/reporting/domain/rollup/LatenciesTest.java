package io.pacelight.reporting.domain.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void a_quantile_is_right_within_a_fifth() {
        Latencies latencies = Latencies.none();
        for (long millis = 1; millis <= 1_000; millis++) latencies = latencies.with(millis);

        assertThat(latencies.quantile(0.5)).isBetween(500L, 600L);
        assertThat(latencies.quantile(0.99)).isBetween(990L, 1_190L);
    }

    @Test
    void without_durations_there_is_no_quantile() {
        assertThat(Latencies.none().quantile(0.5)).isNull();
    }

    @Test
    void histograms_add_up_and_are_what_was_stored_of_them() {
        Latencies one = Latencies.none().with(8).with(0);
        Latencies sum = one.plus(Latencies.of(Latencies.none().with(1_024).counts()));

        assertThat(sum.quantile(0.34)).isEqualTo(8);
        assertThat(sum.quantile(1)).isEqualTo(1_024);
        assertThat(sum.quantile(0.1)).isEqualTo(1);
        assertThat(Latencies.none().with(Long.MAX_VALUE).quantile(1)).isEqualTo(1L << 25);
    }
}
