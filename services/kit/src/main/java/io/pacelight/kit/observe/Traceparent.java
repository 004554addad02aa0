package io.pacelight.kit.observe;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** W3C trace contexts as text, {@code 00-trace-span-flags}. Only what is followed (sampled) has one. */
public final class Traceparent {
    private static final Pattern FORM = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

    private Traceparent() {}

    /** Of the span that this thread is in; none if it is in none that is followed. */
    public static @Nullable String current() {
        return of(Span.current().getSpanContext());
    }

    static @Nullable String of(SpanContext context) {
        return context.isSampled() ? "00-" + context.getTraceId() + "-" + context.getSpanId() + "-01" : null;
    }

    /** What a record brings along; invalid if it brings nothing, or nothing that is followed or readable. */
    static SpanContext read(@Nullable String text) {
        if (text == null) return SpanContext.getInvalid();
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) return SpanContext.getInvalid();
        SpanContext read = SpanContext.createFromRemoteParent(
                matcher.group(1), matcher.group(2), TraceFlags.fromHex(matcher.group(3), 0), TraceState.getDefault());
        return read.isValid() && read.isSampled() ? read : SpanContext.getInvalid();
    }
}
