package io.pacelight.reporting.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One pacing target of a student in a class; a light that was taken away stays as NONE, so that an older one can't come back. */
public record Light(
        Pace pace, @Nullable Instant watchAt, @Nullable Instant targetAt, int episode, long sequence) {}
