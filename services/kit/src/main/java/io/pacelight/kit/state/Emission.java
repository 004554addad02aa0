package io.pacelight.kit.state;

import io.pacelight.events.Event;
import java.time.Instant;

/** An event that a step decided on; the fold gives it its id, subject and sequence. {@code time} is school time. */
public record Emission(Event event, Instant time) {}
