package io.pacelight.progression.adapter.out.mongo;

import io.pacelight.events.IsoInstant;
import io.pacelight.kit.mongo.FieldWriter;
import io.pacelight.kit.mongo.StateCodec;
import io.pacelight.kit.mongo.StoredFields;
import io.pacelight.progression.application.CompetencyKey;
import io.pacelight.progression.domain.evidence.Attempt;
import io.pacelight.progression.domain.evidence.Kind;
import io.pacelight.progression.domain.evidence.Level;
import io.pacelight.progression.domain.evidence.Portfolio;
import io.pacelight.progression.domain.evidence.Score;
import io.pacelight.progression.domain.mastery.Mastery;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** One competency of one student: {@code {a: [attempt…], now: standing}}; instants as text, so that none loses its nanoseconds. */
public final class MasteryCodec implements StateCodec<Mastery> {
    static final String STUDENT = "student";
    static final String COMPETENCY = "competency";

    @Override
    public void write(FieldWriter out, Mastery state) {
        out.documents("a", state.portfolio().attempts(), MasteryCodec::write)
                .document("now", state.standing(), StandingCodec::write);
    }

    @Override
    public Mastery read(String id, StoredFields in) {
        List<Attempt> attempts = in.documents("a", MasteryCodec::read);
        StoredFields standing = in.documentOrNone("now");
        return new Mastery(Portfolio.of(attempts), standing == null ? null : StandingCodec.read(standing));
    }

    @Override
    public void index(FieldWriter out, String id, Mastery state) {
        CompetencyKey key = CompetencyKey.parse(id);
        out.put(STUDENT, key.studentId()).put(COMPETENCY, key.district() + "|" + key.competency());
    }

    private static void write(FieldWriter out, Attempt attempt) {
        out.put("id", attempt.id())
                .put("rev", attempt.revision())
                .put("kind", attempt.kind().name())
                .put("at", attempt.recordedAt().toString())
                .put("ord", attempt.ordinal());
        if (attempt.voided()) {
            out.put("voided", true);
        }
        if (attempt.assisted()) {
            out.put("assisted", true);
        }
        out.putAny("form", attempt.form())
                .putAny("format", attempt.format())
                .putAny("context", attempt.context())
                .putAny("on", Objects.toString(attempt.assessedAt(), null));
        switch (attempt.score()) {
            case Score.Rubric rubric -> out.put("level", rubric.level().millionths());
            case Score.Points points ->
                out.put("score", points.score().toString())
                        .put("max", points.max().toString());
            case Score.OnScaleTo other ->
                out.put("other", other.level().toString())
                        .put("top", other.top().toString());
        }
    }

    private static Attempt read(StoredFields in) {
        String id = in.string("id");
        long revision = in.number("rev");
        Kind kind = Kind.valueOf(in.string("kind"));
        Instant recordedAt = IsoInstant.parse(in.string("at"));
        long ordinal = in.number("ord");
        boolean voided = in.flag("voided", false);
        boolean assisted = in.flag("assisted", false);
        String form = in.stringOrNone("form");
        String format = in.stringOrNone("format");
        String context = in.stringOrNone("context");
        String on = in.stringOrNone("on");
        return new Attempt(
                id,
                revision,
                voided,
                kind,
                form,
                format,
                context,
                assisted,
                score(in),
                on == null ? null : IsoInstant.parse(on),
                recordedAt,
                ordinal);
    }

    private static Score score(StoredFields in) {
        Long level = in.numberOrNone("level");
        if (level != null) {
            return new Score.Rubric(new Level(level));
        }
        if (in.has("other")) {
            return new Score.OnScaleTo(new BigDecimal(in.string("other")), new BigDecimal(in.string("top")));
        }
        return new Score.Points(new BigDecimal(in.string("score")), new BigDecimal(in.string("max")));
    }
}
