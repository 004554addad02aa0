package io.pacelight.assessment.adapter.out.mongo;

import io.pacelight.assessment.domain.Attempt;
import io.pacelight.assessment.domain.AttemptFeedback;
import io.pacelight.assessment.domain.AttemptKind;
import io.pacelight.assessment.domain.RecordedAttempt;
import io.pacelight.kit.mongo.StateCodec;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A recorded attempt; numbers and instants stand as text, so that they are read back digit by digit. */
public final class AttemptCodec implements StateCodec<RecordedAttempt> {
    static final String VOIDED = "voided";

    @Override
    public Document write(RecordedAttempt state) {
        Document written = new Document("origin", state.origin()).append("voided", state.voided());
        Attempt a = state.attempt();
        if (a == null) return written;
        return written.append(
                "attempt",
                compact(new Document("district", a.district())
                        .append("id", a.id())
                        .append("student", a.student())
                        .append("competency", a.competency())
                        .append("kind", a.kind().name())
                        .append("level", text(a.level()))
                        .append("score", text(a.score()))
                        .append("maxScore", text(a.maxScore()))
                        .append("assessedAt", text(a.assessedAt()))
                        .append("recordedAt", a.recordedAt().toString())
                        .append("ordinal", a.ordinal())
                        .append("form", a.form())
                        .append("format", a.format())
                        .append("context", a.context())
                        .append("assisted", a.assisted())
                        .append("by", a.recordedBy())
                        .append("feedback", feedback(a.feedback()))
                        .append("reflection", a.reflection())));
    }

    /** Few are voided, so they are marked and the others are not: a sparse index counts them. */
    @Override
    public Document indexed(String id, RecordedAttempt state) {
        return state.voided() ? new Document(VOIDED, true) : new Document();
    }

    @Override
    public RecordedAttempt read(String id, Document stored) {
        Document a = stored.get("attempt", Document.class);
        return new RecordedAttempt(
                a == null ? null : attempt(a), stored.getString("origin"), stored.getBoolean("voided", false));
    }

    private static Attempt attempt(Document a) {
        return new Attempt(
                a.getString("district"),
                a.getString("id"),
                a.getString("student"),
                a.getString("competency"),
                AttemptKind.valueOf(a.getString("kind")),
                number(a.getString("level")),
                number(a.getString("score")),
                number(a.getString("maxScore")),
                instant(a.getString("assessedAt")),
                Instant.parse(a.getString("recordedAt")),
                a.getLong("ordinal"),
                a.getString("form"),
                a.getString("format"),
                a.getString("context"),
                a.getBoolean("assisted", false),
                a.getString("by"),
                feedback(a.get("feedback", Document.class)),
                a.getString("reflection"));
    }

    private static @Nullable Document feedback(@Nullable AttemptFeedback feedback) {
        if (feedback == null) return null;
        return compact(new Document("strength", feedback.strength())
                .append("gap", feedback.gap())
                .append("nextStep", feedback.nextStep()));
    }

    private static @Nullable AttemptFeedback feedback(@Nullable Document stored) {
        if (stored == null) return null;
        return new AttemptFeedback(stored.getString("strength"), stored.getString("gap"), stored.getString("nextStep"));
    }

    private static Document compact(Document document) {
        document.values().removeIf(Objects::isNull);
        return document;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value == null ? null : value.toString();
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
