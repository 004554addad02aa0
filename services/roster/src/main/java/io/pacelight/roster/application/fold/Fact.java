package io.pacelight.roster.application.fold;

import io.pacelight.events.ReferenceEvent;
import org.jspecify.annotations.Nullable;

/** A fact that is told as a whole whenever it changes; null while it was never stated. */
public record Fact(@Nullable ReferenceEvent current) {}
