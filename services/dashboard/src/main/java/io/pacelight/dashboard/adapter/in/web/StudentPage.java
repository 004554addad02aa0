package io.pacelight.dashboard.adapter.in.web;

import io.pacelight.dashboard.domain.Sparkline;
import io.pacelight.dashboard.domain.State;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A student’s map: what they can do, what they work on, what is still to come. No pace, no ranks: students and families read it. */
public record StudentPage(
        String id,
        String name,
        String sub,
        boolean self,
        List<Line> can,
        List<Line> working,
        int evidence,
        Instant asOf,
        ZoneId zone) {

    /** One competency. */
    public record Line(
            String code,
            String text,
            State state,
            String stateWord,
            @Nullable String progress,
            @Nullable String when,
            @Nullable String feedback,
            Sparkline spark,
            String sparkWords,
            int attempts) {}
}
