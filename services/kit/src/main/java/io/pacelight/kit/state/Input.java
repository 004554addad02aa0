package io.pacelight.kit.state;

import org.jspecify.annotations.Nullable;

/**
 * One thing that one document has to absorb.
 *
 * @param document id of the document
 * @param cause id of the event or command behind it; ids of what it leads to are derived from this
 * @param mark source and sequence by which a repeat is known; none where the state itself knows what it holds
 */
public record Input<I>(
        String document, String cause, @Nullable Mark mark, I value) {}
