package io.pacelight.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pacelight.observability.PromQl.Selector;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PromQlTest {
    @Test
    void names_and_labels_are_found_in_every_shape() {
        PromQl.Reading reading = PromQl.read("""
                histogram_quantile(0.99, sum by (le, application) (rate(a_bucket{le="5.0", job=~"x{y}"}[5m] offset 1h)))
                  / on (application) group_left (instance) max without (pod) (b_total) > bool 1e3 # c_total
                unless absent(d) or pacelight:ratio:rate5m{slo!='e'} and time() - f[$__rate_interval] < -.5
                """);
        assertThat(reading.selectors())
                .containsExactly(
                        new Selector("a_bucket", Set.of("le", "job")),
                        new Selector("b_total", Set.of()),
                        new Selector("d", Set.of()),
                        new Selector("pacelight:ratio:rate5m", Set.of("slo")),
                        new Selector("f", Set.of()));
        assertThat(reading.grouping()).containsExactlyInAnyOrder("le", "application", "instance", "pod");
    }

    @Test
    void what_it_cannot_read_it_refuses() {
        assertThatThrownBy(() -> PromQl.read("sum(a{b=\"c\"")).hasMessageContaining("not closed");
        assertThatThrownBy(() -> PromQl.read("{job=\"x\"}")).hasMessageContaining("without a metric's name");
        assertThatThrownBy(() -> PromQl.read("a ; b")).hasMessageContaining("cannot read ';'");
    }
}
