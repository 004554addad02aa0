package io.pacelight.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One strike of one clock; it lies in exactly one conference task. */
public record ConferenceReason(
        String reason,
        ConferenceCause cause,
        String target,
        @Nullable String competency,
        int episode,
        Instant struckAt,
        boolean withdrawn) {}
