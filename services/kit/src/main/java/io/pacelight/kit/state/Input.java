package io.pacelight.kit.state;

import org.jspecify.annotations.Nullable;

/**
 * One thing that one document has to absorb.
 *
 * @param document id of the document
 * @param cause id of the event or command behind it; ids of what it leads to are derived from this
 * @param mark source and sequence by which a repeat is known; none where the state itself knows what it holds
 * @param traceparent W3C trace context under which what it leads to is followed; decides nothing
 */
public record Input<I>(
        String document,
        String cause,
        @Nullable Mark mark,
        I value,
        @Nullable String traceparent) {
    public Input(String document, String cause, @Nullable Mark mark, I value) {
        this(document, cause, mark, value, null);
    }

    /** The same input, followed under a context if it has none of its own. */
    public Input<I> followedBy(@Nullable String context) {
        return traceparent != null || context == null ? this : new Input<>(document, cause, mark, value, context);
    }
}
