package io.pacelight.observability;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Keeps the spans of all services of this JVM in memory; being on the class path turns tracing on. */
@AutoConfiguration
public class SpansInMemory {
    private static final InMemorySpanExporter SPANS = InMemorySpanExporter.create();

    @Bean(destroyMethod = "")
    SpanExporter spansInMemory() {
        return SPANS;
    }

    static List<SpanData> finished() {
        return SPANS.getFinishedSpanItems();
    }
}
