package io.pacelight.kit.observe;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.pacelight.events.Envelope;
import io.pacelight.events.EventJson;
import io.pacelight.events.LevelChanged;
import io.pacelight.kit.state.InMemoryStates;
import io.pacelight.kit.state.Input;
import io.pacelight.kit.state.Mark;
import io.pacelight.kit.state.StateFolder;
import io.pacelight.kit.state.Tally;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Run by hand: what following costs a fold of 5,000 records that touches no disk and no network, as a ratio. */
public final class TracingCost {
    private static final int RECORDS = 5_000;
    private static final int ROUNDS = 60;
    private static final String CONTEXT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private TracingCost() {}

    public static void main(String[] arguments) {
        double plain = 0;
        for (int warm = 0; warm < 3; warm++) plain = seconds(null, 0);
        System.out.printf("no tracing at all          1.00 (%.1f ms a batch)%n", plain * 1000);
        System.out.printf("tracing there, off         %.2f%n", seconds(Traces.NONE, 0) / plain);
        InMemorySpanExporter exporter = InMemorySpanExporter.create();
        Traces on = new Traces(OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                        .setSampler(new FollowLinks(Sampler.parentBased(Sampler.alwaysOff())))
                        .build())
                .build());
        System.out.printf("on, none followed          %.2f%n", seconds(on, 0) / plain);
        System.out.printf("on, one of ten followed    %.2f%n", seconds(on, 10) / plain);
        exporter.reset();
        System.out.printf("on, all followed           %.2f%n", seconds(on, 1) / plain);
    }

    /** The median batch; each record is read from JSON, folded and written as JSON, as a service does. */
    private static double seconds(@org.jspecify.annotations.Nullable Traces traces, int oneOf) {
        List<Double> times = new ArrayList<>();
        List<byte[]> written = new ArrayList<>();
        StateFolder<Tally, String> folder = new StateFolder<>(
                "/pacelight/test",
                new InMemoryStates<>(),
                Tally.MACHINE,
                events -> events.forEach(event -> written.add(EventJson.write(event.data()))));
        for (int round = 0; round < ROUNDS; round++) {
            List<Envelope<LevelChanged>> records = new ArrayList<>();
            for (int i = 0; i < RECORDS; i++)
                records.add(new Envelope<>(
                        "id" + round + "-" + i,
                        "/pacelight/test",
                        "d|stu_" + i,
                        round + 1,
                        Instant.EPOCH,
                        oneOf > 0 && i % oneOf == 0 ? CONTEXT : null,
                        new LevelChanged("d", "stu_" + i, "M.1", BigDecimal.ONE, BigDecimal.TWO, "a")));
            written.clear();
            long begun = System.nanoTime();
            if (traces == null) fold(folder, records);
            else
                try (Traces.Following following = traces.batch("facts", records)) {
                    List<Envelope<LevelChanged>> under = new ArrayList<>(records.size());
                    for (Envelope<LevelChanged> record : records)
                        under.add(following.open("facts process", SpanKind.CONSUMER, record));
                    fold(folder, under);
                }
            times.add((System.nanoTime() - begun) / 1e9);
        }
        times.sort(null);
        return times.get(times.size() / 2);
    }

    private static void fold(StateFolder<Tally, String> folder, List<Envelope<LevelChanged>> records) {
        List<Input<String>> inputs = new ArrayList<>(records.size());
        for (Envelope<LevelChanged> record : records)
            inputs.add(new Input<String>(record.subject(), record.id(), new Mark("s", record.sequence()), record.id())
                    .followedBy(record.traceparent()));
        folder.fold(inputs);
    }
}
