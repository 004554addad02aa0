package io.pacelight.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One strike of one clock; it lies in exactly one conference task. The fields from {@code classId} on are there so that
 * its writer can read it again whole: the class that the student now works in and the one whose clock struck, the start
 * and the end of that clock, and how and when the episode ended.
 */
public record ConferenceReason(
        String reason,
        ConferenceCause cause,
        String target,
        @Nullable String competency,
        int episode,
        Instant struckAt,
        boolean withdrawn,
        @Nullable String classId,
        @Nullable String struckIn,
        @Nullable Instant since,
        @Nullable Instant dueAt,
        @Nullable EpisodeEnd ended,
        @Nullable Instant endedAt) {}
