package io.pacelight.intervention.config;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what could not be done and logs it, one line for each time; reasons hold no values. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final String name;
    private final Counter failed;

    Failures(InterventionMeter meter, MeterRegistry registry) {
        this.name = meter.meterName();
        this.failed = meter.counter(registry);
    }

    void tell(List<String> reasons) {
        failed.increment(reasons.size());
        Map<String, Integer> counts = new TreeMap<>();
        for (String reason : reasons) counts.merge(reason, 1, Integer::sum);
        LOG.atWarn()
                .addKeyValue("meter", name)
                .addKeyValue("count", reasons.size())
                .addKeyValue("reasons", counts)
                .log("some could not be done and are tried again later");
    }
}
