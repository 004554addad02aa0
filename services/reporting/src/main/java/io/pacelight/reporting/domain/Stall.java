package io.pacelight.reporting.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The 24-hour rule's last word on a student in a class; no cause once the student moved again. */
public record Stall(@Nullable Cause cause, @Nullable Instant since, long sequence) {}
