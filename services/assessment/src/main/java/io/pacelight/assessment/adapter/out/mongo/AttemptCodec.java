package io.pacelight.assessment.adapter.out.mongo;

import io.pacelight.assessment.domain.Attempt;
import io.pacelight.assessment.domain.AttemptFeedback;
import io.pacelight.assessment.domain.AttemptKind;
import io.pacelight.assessment.domain.RecordedAttempt;
import io.pacelight.events.IsoInstant;
import io.pacelight.kit.mongo.FieldWriter;
import io.pacelight.kit.mongo.StateCodec;
import io.pacelight.kit.mongo.StoredFields;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A recorded attempt; numbers and instants stand as text, so that they are read back digit by digit. */
public final class AttemptCodec implements StateCodec<RecordedAttempt> {
    static final String VOIDED = "voided";

    @Override
    public void write(FieldWriter out, RecordedAttempt state) {
        out.put("origin", state.origin())
                .put("voided", state.voided())
                .documentIfAny("attempt", state.attempt(), AttemptCodec::attempt);
    }

    /** Few are voided, so they are marked and the others are not: a sparse index counts them. */
    @Override
    public void index(FieldWriter out, String id, RecordedAttempt state) {
        if (state.voided()) out.put(VOIDED, true);
    }

    @Override
    public RecordedAttempt read(String id, StoredFields in) {
        String origin = in.stringOrNone("origin");
        boolean voided = in.flag("voided", false);
        StoredFields attempt = in.documentOrNone("attempt");
        return new RecordedAttempt(attempt == null ? null : attempt(attempt), origin, voided);
    }

    private static void attempt(FieldWriter out, Attempt a) {
        out.put("district", a.district())
                .put("id", a.id())
                .put("student", a.student())
                .put("competency", a.competency())
                .put("kind", a.kind().name())
                .putAny("level", text(a.level()))
                .putAny("score", text(a.score()))
                .putAny("maxScore", text(a.maxScore()))
                .putAny("assessedAt", text(a.assessedAt()))
                .put("recordedAt", a.recordedAt().toString())
                .put("ordinal", a.ordinal())
                .putAny("form", a.form())
                .putAny("format", a.format())
                .putAny("context", a.context())
                .put("assisted", a.assisted())
                .putAny("by", a.recordedBy())
                .documentIfAny("feedback", a.feedback(), AttemptCodec::feedback)
                .putAny("reflection", a.reflection());
    }

    private static Attempt attempt(StoredFields in) {
        StoredFields feedback = in.documentOrNone("feedback");
        return new Attempt(
                in.string("district"),
                in.string("id"),
                in.string("student"),
                in.string("competency"),
                AttemptKind.valueOf(in.string("kind")),
                number(in.stringOrNone("level")),
                number(in.stringOrNone("score")),
                number(in.stringOrNone("maxScore")),
                instant(in.stringOrNone("assessedAt")),
                IsoInstant.parse(in.string("recordedAt")),
                in.number("ordinal"),
                in.stringOrNone("form"),
                in.stringOrNone("format"),
                in.stringOrNone("context"),
                in.flag("assisted", false),
                in.stringOrNone("by"),
                feedback == null ? null : feedback(feedback),
                in.stringOrNone("reflection"));
    }

    private static void feedback(FieldWriter out, AttemptFeedback feedback) {
        out.putAny("strength", feedback.strength())
                .putAny("gap", feedback.gap())
                .putAny("nextStep", feedback.nextStep());
    }

    private static AttemptFeedback feedback(StoredFields in) {
        return new AttemptFeedback(in.stringOrNone("strength"), in.stringOrNone("gap"), in.stringOrNone("nextStep"));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value == null ? null : value.toString();
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : IsoInstant.parse(text);
    }
}
