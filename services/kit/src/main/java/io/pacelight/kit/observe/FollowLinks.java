package io.pacelight.kit.observe;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/** Samples as its delegate does, and besides every root that links to something followed, such as a batch. */
public final class FollowLinks implements Sampler {
    private final Sampler delegate;

    public FollowLinks(Sampler delegate) {
        this.delegate = delegate;
    }

    @Override
    public SamplingResult shouldSample(
            Context parent, String traceId, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
        if (!Span.fromContext(parent).getSpanContext().isValid())
            for (LinkData link : links) if (link.getSpanContext().isSampled()) return SamplingResult.recordAndSample();
        return delegate.shouldSample(parent, traceId, name, kind, attributes, links);
    }

    @Override
    public String getDescription() {
        return "FollowLinks{" + delegate.getDescription() + "}";
    }
}
