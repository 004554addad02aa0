package io.pacelight.progression.adapter.out.mongo;

import io.pacelight.kit.mongo.StateCodec;
import io.pacelight.progression.application.CompetencyKey;
import io.pacelight.progression.domain.evidence.Attempt;
import io.pacelight.progression.domain.evidence.Kind;
import io.pacelight.progression.domain.evidence.Level;
import io.pacelight.progression.domain.evidence.Portfolio;
import io.pacelight.progression.domain.evidence.Score;
import io.pacelight.progression.domain.mastery.Mastery;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** One competency of one student: {@code {a: [attempt…], now: standing}}; instants as text, so that none loses its nanoseconds. */
public final class MasteryCodec implements StateCodec<Mastery> {
    static final String STUDENT = "student";
    static final String COMPETENCY = "competency";

    @Override
    public Document write(Mastery state) {
        List<Document> attempts = new ArrayList<>();
        for (Attempt attempt : state.portfolio().attempts()) {
            attempts.add(write(attempt));
        }
        return new Document("a", attempts).append("now", StandingCodec.write(state.standing()));
    }

    @Override
    public Mastery read(String id, Document stored) {
        List<Attempt> attempts = new ArrayList<>();
        for (Document attempt : stored.getList("a", Document.class)) {
            attempts.add(read(attempt));
        }
        return new Mastery(Portfolio.of(attempts), StandingCodec.read(stored.get("now", Document.class)));
    }

    @Override
    public Document indexed(String id, Mastery state) {
        CompetencyKey key = CompetencyKey.parse(id);
        return new Document(STUDENT, key.studentId()).append(COMPETENCY, key.district() + "|" + key.competency());
    }

    private static Document write(Attempt attempt) {
        Document written = new Document("id", attempt.id())
                .append("rev", attempt.revision())
                .append("kind", attempt.kind().name())
                .append("at", attempt.recordedAt().toString())
                .append("ord", attempt.ordinal());
        if (attempt.voided()) {
            written.append("voided", true);
        }
        if (attempt.assisted()) {
            written.append("assisted", true);
        }
        put(written, "form", attempt.form());
        put(written, "format", attempt.format());
        put(written, "context", attempt.context());
        put(written, "on", Objects.toString(attempt.assessedAt(), null));
        switch (attempt.score()) {
            case Score.Rubric rubric -> written.append("level", rubric.level().millionths());
            case Score.Points points ->
                written.append("score", points.score().toString())
                        .append("max", points.max().toString());
            case Score.OnScaleTo other ->
                written.append("other", other.level().toString())
                        .append("top", other.top().toString());
        }
        return written;
    }

    private static Attempt read(Document stored) {
        String on = stored.getString("on");
        return new Attempt(
                stored.getString("id"),
                stored.getLong("rev"),
                stored.getBoolean("voided", false),
                Kind.valueOf(stored.getString("kind")),
                stored.getString("form"),
                stored.getString("format"),
                stored.getString("context"),
                stored.getBoolean("assisted", false),
                score(stored),
                on == null ? null : Instant.parse(on),
                Instant.parse(stored.getString("at")),
                stored.getLong("ord"));
    }

    private static Score score(Document stored) {
        Long level = stored.getLong("level");
        if (level != null) {
            return new Score.Rubric(new Level(level));
        }
        if (stored.containsKey("other")) {
            return new Score.OnScaleTo(
                    new BigDecimal(stored.getString("other")), new BigDecimal(stored.getString("top")));
        }
        return new Score.Points(new BigDecimal(stored.getString("score")), new BigDecimal(stored.getString("max")));
    }

    private static void put(Document document, String field, @Nullable String value) {
        if (value != null) {
            document.append(field, value);
        }
    }
}
