package io.pacelight.reporting.application.view;

import io.pacelight.reporting.domain.Cause;
import io.pacelight.reporting.domain.ConferenceStatus;
import io.pacelight.reporting.domain.Evidence;
import io.pacelight.reporting.domain.LevelState;
import io.pacelight.reporting.domain.Pace;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One student's record. Students and families get no lights and no conferences: those are for adults at school. */
public record StudentView(
        String id,
        String name,
        @Nullable String grade,
        List<Named> schools,
        List<ClassTitle> classes,
        List<Standing> competencies,
        List<Meeting> conferences,
        Instant asOf) {
    /** A class of today. */
    public record ClassTitle(String id, String title) {}

    /** One competency with its evidence, newest first, at most fifty. */
    public record Standing(
            String code,
            String name,
            @Nullable String iCan,
            LevelState state,
            BigDecimal level,
            BigDecimal shown,
            int attempts,
            @Nullable String progress,
            Pace pace,
            @Nullable Instant targetAt,
            @Nullable Instant masteredAt,
            List<BigDecimal> recent,
            List<Attempt> evidence) {}

    /** One attempt; a level, or points of a maximum. */
    public record Attempt(
            String attemptId,
            @Nullable Instant assessedAt,
            Instant recordedAt,
            Evidence.Kind kind,
            @Nullable BigDecimal level,
            @Nullable String formId,
            @Nullable String format,
            @Nullable String context,
            boolean assisted,
            @Nullable BigDecimal score,
            @Nullable BigDecimal maxScore,
            Evidence.@Nullable Feedback feedback) {}

    /** A conference that is open or was held. */
    public record Meeting(
            String id,
            String classId,
            ConferenceStatus state,
            Cause cause,
            Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable String outcome,
            @Nullable String nextStep) {}
}
