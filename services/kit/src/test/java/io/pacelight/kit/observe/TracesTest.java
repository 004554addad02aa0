package io.pacelight.kit.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.pacelight.events.Envelope;
import io.pacelight.events.LevelChanged;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String FOLLOWED = "00-" + TRACE + "-b7ad6b7169203331-01";

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final Traces traces = new Traces(OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    // as in production: a root of its own is not followed here, only what links or has a parent
                    .setSampler(new FollowLinks(Sampler.parentBased(Sampler.alwaysOff())))
                    .build())
            .build());

    private static Envelope<LevelChanged> event(@Nullable String traceparent) {
        return new Envelope<>(
                "id",
                "/pacelight/test",
                "d|stu_1",
                1,
                Instant.EPOCH,
                traceparent,
                new LevelChanged("d", "stu_1", "M.1", new BigDecimal("2"), new BigDecimal("3"), "a"));
    }

    @Test
    void a_followed_record_has_a_span_in_its_own_trace_and_its_batch_one_that_links_to_it() {
        Envelope<LevelChanged> under;
        try (Traces.Following following = traces.batch("facts", List.of(event(null), event(FOLLOWED)))) {
            assertThat(following.open("facts process", SpanKind.CONSUMER, event(null)))
                    .isEqualTo(event(null));
            under = following.open("facts process", SpanKind.CONSUMER, event(FOLLOWED));
        }
        assertThat(spans.getFinishedSpanItems())
                .extracting(SpanData::getName)
                .containsExactly("facts process", "facts batch");
        SpanData process = spans.getFinishedSpanItems().getFirst();
        SpanData batch = spans.getFinishedSpanItems().getLast();
        assertThat(process.getTraceId()).isEqualTo(TRACE);
        assertThat(process.getParentSpanId()).isEqualTo("b7ad6b7169203331");
        assertThat(under.traceparent()).isEqualTo("00-" + TRACE + "-" + process.getSpanId() + "-01");
        assertThat(under.followedBy(FOLLOWED)).as("nothing else of it changes").isEqualTo(event(FOLLOWED));
        assertThat(batch.getTraceId()).isNotEqualTo(TRACE);
        assertThat(batch.getLinks())
                .extracting(LinkData::getSpanContext)
                .extracting("traceId")
                .containsExactly(TRACE);
        assertThat(process.getAttributes().toString() + batch.getAttributes()).doesNotContain("stu_1");
    }

    @Test
    void where_nothing_is_followed_there_is_no_span() {
        try (Traces.Following following = traces.batch("facts", List.of(event(null), event(null)))) {
            following.open("facts process", SpanKind.CONSUMER, event(null));
        }
        List<String> sent = new ArrayList<>();
        traces.linked("mail", List.of(), () -> sent.add("mail"));
        assertThat(sent).containsExactly("mail");
        assertThat(spans.getFinishedSpanItems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more"
            })
    void a_context_that_is_unreadable_or_not_followed_is_none(String text) {
        try (Traces.Following following = traces.batch("facts", List.of(event(text)))) {
            assertThat(following.open("facts process", SpanKind.CONSUMER, event(text)))
                    .isEqualTo(event(text));
        }
        assertThat(spans.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void what_fails_says_so_without_its_message() {
        try (Traces.Following following = traces.batch("facts", List.of(event(FOLLOWED)))) {
            following.open("facts process", SpanKind.CONSUMER, event(FOLLOWED));
            following.failed(new IllegalStateException("of stu_1"));
        }
        assertThatThrownBy(() -> traces.linked("mail", List.of(FOLLOWED), () -> {
                    throw new IllegalStateException("to a@b.example");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(spans.getFinishedSpanItems()).hasSize(3).allSatisfy(span -> {
            assertThat(span.getStatus())
                    .isEqualTo(StatusData.create(io.opentelemetry.api.trace.StatusCode.ERROR, "IllegalStateException"));
            assertThat(span.getEvents()).isEmpty();
        });
    }

    @Test
    void inside_a_followed_span_its_context_is_the_current_one() {
        assertThat(Traceparent.current()).isNull();
        try (Scope scope = Span.wrap(Traceparent.read(FOLLOWED)).makeCurrent()) {
            assertThat(scope).isNotNull();
            assertThat(Traceparent.current()).isEqualTo(FOLLOWED);
        }
    }
}
