package io.pacelight.reporting.adapter.out.mongo;

import static io.pacelight.reporting.adapter.out.mongo.Fields.decimal;
import static io.pacelight.reporting.adapter.out.mongo.Fields.entries;
import static io.pacelight.reporting.adapter.out.mongo.Fields.instant;
import static io.pacelight.reporting.adapter.out.mongo.Fields.instantOf;
import static io.pacelight.reporting.adapter.out.mongo.Fields.list;
import static io.pacelight.reporting.adapter.out.mongo.Fields.map;
import static io.pacelight.reporting.adapter.out.mongo.Fields.nanos;
import static io.pacelight.reporting.adapter.out.mongo.Fields.put;
import static io.pacelight.reporting.adapter.out.mongo.Fields.text;
import static io.pacelight.reporting.adapter.out.mongo.Fields.texts;

import io.pacelight.kit.mongo.StateCodec;
import io.pacelight.reporting.domain.Evidence;
import io.pacelight.reporting.domain.EvidenceList;
import io.pacelight.reporting.domain.EvidenceState;
import java.util.HashSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How a student's evidence stands in its document. */
public final class EvidenceCodec implements StateCodec<EvidenceState> {
    @Override
    public Document write(EvidenceState state) {
        return new Document("c", entries(state.competencies(), EvidenceCodec::competency));
    }

    @Override
    public EvidenceState read(String id, Document stored) {
        return new EvidenceState(map(
                stored,
                "c",
                (code, row) -> new EvidenceList(
                        list(row, "e").stream().map(EvidenceCodec::evidence).toList(),
                        new HashSet<>(texts(row, "v")))));
    }

    private static Document competency(EvidenceList evidence) {
        return new Document(
                        "e",
                        evidence.newest().stream().map(EvidenceCodec::evidence).toList())
                .append("v", Fields.sorted(evidence.voided()));
    }

    private static Document evidence(Evidence evidence) {
        Document document = new Document("i", evidence.attempt())
                .append("k", evidence.kind().name())
                .append("r", nanos(evidence.recordedAt()))
                .append("o", evidence.ordinal())
                .append("as", evidence.assisted())
                .append("q", evidence.sequence());
        put(document, "l", text(evidence.level()));
        put(document, "s", text(evidence.score()));
        put(document, "m", text(evidence.maxScore()));
        put(document, "a", nanos(evidence.assessedAt()));
        put(document, "f", evidence.form());
        put(document, "t", evidence.format());
        put(document, "c", evidence.context());
        put(document, "fb", feedback(evidence.feedback()));
        return document;
    }

    private static Evidence evidence(Document row) {
        Document feedback = row.get("fb", Document.class);
        return new Evidence(
                row.getString("i"),
                Evidence.Kind.valueOf(row.getString("k")),
                decimal(row, "l"),
                decimal(row, "s"),
                decimal(row, "m"),
                instant(row, "a"),
                instantOf(row, "r"),
                row.getLong("o"),
                row.getString("f"),
                row.getString("t"),
                row.getString("c"),
                row.getBoolean("as"),
                feedback == null
                        ? null
                        : new Evidence.Feedback(
                                feedback.getString("s"), feedback.getString("g"), feedback.getString("n")),
                row.getLong("q"));
    }

    private static @Nullable Document feedback(Evidence.@Nullable Feedback feedback) {
        if (feedback == null) return null;
        Document document = new Document();
        put(document, "s", feedback.strength());
        put(document, "g", feedback.gap());
        put(document, "n", feedback.nextStep());
        return document;
    }
}
