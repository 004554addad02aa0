package io.pacelight.intervention.application;

import io.pacelight.intervention.domain.WatchInput;
import java.time.Instant;

/** An input of a watch and the school time that what follows from it is told under. */
public record Told(WatchInput input, Instant time) {}
