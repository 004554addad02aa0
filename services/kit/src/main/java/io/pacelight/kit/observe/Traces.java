package io.pacelight.kit.observe;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.pacelight.events.Envelope;
import io.pacelight.events.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Follows single events through batches. A batch handles thousands of records at once, so it has a span of its own, which
 * links to the records that are followed; each of those has a span under its own trace, as long as its batch, and what it
 * leads to goes on under that. Where nothing in a batch is followed there are no spans at all. Spans hold types and
 * places, never a key, an id or a value.
 */
public final class Traces {
    /** Follows nothing. */
    public static final Traces NONE = new Traces(OpenTelemetry.noop());

    private final Tracer tracer;

    public Traces(OpenTelemetry telemetry) {
        tracer = telemetry.getTracer("io.pacelight.kit");
    }

    /** The spans of one batch, or of one publishing. */
    public final class Following implements AutoCloseable {
        private final List<Span> spans = new ArrayList<>();
        private @Nullable Span batch;

        private Following() {}

        /** What is thrown while they are open goes into all of them. */
        public void failed(RuntimeException e) {
            for (Span span : spans)
                span.setStatus(StatusCode.ERROR, e.getClass().getSimpleName());
            if (batch != null) batch.setStatus(StatusCode.ERROR, e.getClass().getSimpleName());
        }

        /**
         * Opens the span of one followed event.
         *
         * @return the event under its new span, or just the event if it is not followed
         */
        public <E extends Event> Envelope<E> open(String operation, SpanKind kind, Envelope<E> event) {
            SpanContext from = Traceparent.read(event.traceparent());
            if (!from.isValid()) return event;
            SpanBuilder builder = tracer.spanBuilder(operation)
                    .setParent(Context.root().with(Span.wrap(from)))
                    .setSpanKind(kind)
                    .setAttribute("messaging.system", "kafka")
                    .setAttribute("messaging.destination.name", event.topic())
                    .setAttribute("cloudevents.event_type", event.type());
            if (batch != null) builder.addLink(batch.getSpanContext());
            Span span = builder.startSpan();
            spans.add(span);
            return event.followedBy(Traceparent.of(span.getSpanContext()));
        }

        @Override
        public void close() {
            spans.forEach(Span::end);
            if (batch != null) batch.end();
        }
    }

    /** Begins to follow what {@code events} bring along through the handling of their batch. */
    public Following batch(String binding, Collection<? extends Envelope<?>> events) {
        Following following = new Following();
        SpanBuilder builder = null;
        for (Envelope<?> event : events) {
            SpanContext from = Traceparent.read(event.traceparent());
            if (!from.isValid()) continue;
            if (builder == null)
                builder = tracer.spanBuilder(binding + " batch")
                        .setNoParent()
                        .setSpanKind(SpanKind.CONSUMER)
                        .setAttribute("messaging.system", "kafka")
                        .setAttribute("messaging.batch.message_count", events.size());
            builder.addLink(from);
        }
        if (builder != null) following.batch = builder.startSpan();
        return following;
    }

    /** Begins to follow events on their way to Kafka. */
    public Following publishing() {
        return new Following();
    }

    /** Begins a trace of its own: what is emitted meanwhile on this thread goes on under it, if it is followed. */
    public <T> T root(String operation, Supplier<T> action) {
        Span span = tracer.spanBuilder(operation).setNoParent().startSpan();
        try (Scope _ = span.makeCurrent()) {
            return action.get();
        } catch (RuntimeException e) {
            span.setStatus(StatusCode.ERROR, e.getClass().getSimpleName());
            throw e;
        } finally {
            span.end();
        }
    }

    /** Does something that several followed things led to, under a span of its own that links to them. */
    public void linked(String operation, Collection<String> traceparents, Runnable action) {
        SpanBuilder builder = null;
        for (String traceparent : traceparents) {
            SpanContext from = Traceparent.read(traceparent);
            if (!from.isValid()) continue;
            if (builder == null)
                builder = tracer.spanBuilder(operation).setNoParent().setSpanKind(SpanKind.PRODUCER);
            builder.addLink(from);
        }
        if (builder == null) {
            action.run();
            return;
        }
        Span span = builder.startSpan();
        try {
            action.run();
        } catch (RuntimeException e) {
            span.setStatus(StatusCode.ERROR, e.getClass().getSimpleName());
            throw e;
        } finally {
            span.end();
        }
    }
}
