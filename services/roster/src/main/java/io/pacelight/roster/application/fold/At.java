package io.pacelight.roster.application.fold;

import java.time.Instant;

/** A change and the school time at which it was made. */
public record At<C>(C change, Instant time) {}
