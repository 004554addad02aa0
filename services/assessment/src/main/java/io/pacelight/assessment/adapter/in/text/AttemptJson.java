package io.pacelight.assessment.adapter.in.text;

import io.pacelight.assessment.domain.AttemptFeedback;
import io.pacelight.assessment.domain.RawAttempt;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An attempt as JSON says it, in a request of its own or as a line of a batch. */
public record AttemptJson(
        @Nullable String attemptId,
        @Nullable String student,
        @Nullable String studentSourcedId,
        @Nullable String competency,
        @Nullable String kind,
        @Nullable BigDecimal level,
        @Nullable BigDecimal score,
        @Nullable BigDecimal maxScore,
        @Nullable String assessedAt,
        @Nullable String formId,
        @Nullable String format,
        @Nullable String context,
        @Nullable Boolean assisted,
        @Nullable Long ordinal,
        @Nullable AttemptFeedback feedback,
        @Nullable String reflection) {

    /** The same under an id. */
    public AttemptJson named(String id) {
        return new AttemptJson(
                id,
                student,
                studentSourcedId,
                competency,
                kind,
                level,
                score,
                maxScore,
                assessedAt,
                formId,
                format,
                context,
                assisted,
                ordinal,
                feedback,
                reflection);
    }

    public RawAttempt raw(long row) {
        return new RawAttempt(
                row,
                blank(attemptId),
                blank(student),
                blank(studentSourcedId),
                blank(competency),
                blank(kind),
                text(level),
                text(score),
                text(maxScore),
                blank(assessedAt),
                blank(formId),
                blank(format),
                blank(context),
                assisted == null ? null : assisted.toString(),
                ordinal == null ? null : ordinal.toString(),
                null,
                feedback,
                blank(reflection));
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable String text(@Nullable BigDecimal number) {
        return number == null ? null : number.toString();
    }
}
