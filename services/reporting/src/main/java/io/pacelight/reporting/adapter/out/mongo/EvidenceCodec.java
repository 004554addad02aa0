package io.pacelight.reporting.adapter.out.mongo;

import static io.pacelight.reporting.adapter.out.mongo.Fields.decimal;
import static io.pacelight.reporting.adapter.out.mongo.Fields.entries;
import static io.pacelight.reporting.adapter.out.mongo.Fields.instant;
import static io.pacelight.reporting.adapter.out.mongo.Fields.instantOf;
import static io.pacelight.reporting.adapter.out.mongo.Fields.map;
import static io.pacelight.reporting.adapter.out.mongo.Fields.nanos;
import static io.pacelight.reporting.adapter.out.mongo.Fields.nanosOf;
import static io.pacelight.reporting.adapter.out.mongo.Fields.text;

import io.pacelight.kit.mongo.FieldWriter;
import io.pacelight.kit.mongo.StateCodec;
import io.pacelight.kit.mongo.StoredFields;
import io.pacelight.reporting.domain.Evidence;
import io.pacelight.reporting.domain.EvidenceList;
import io.pacelight.reporting.domain.EvidenceState;
import java.util.HashSet;

/** How a student's evidence stands in its document. */
public final class EvidenceCodec implements StateCodec<EvidenceState> {
    @Override
    public void write(FieldWriter out, EvidenceState state) {
        entries(out, "c", state.competencies(), EvidenceCodec::competency);
    }

    @Override
    public EvidenceState read(String id, StoredFields in) {
        return new EvidenceState(map(
                in,
                "c",
                (code, row) -> new EvidenceList(
                        row.documents("e", EvidenceCodec::evidence), new HashSet<>(row.strings("v")))));
    }

    private static void competency(FieldWriter out, EvidenceList evidence) {
        out.documents("e", evidence.newest(), EvidenceCodec::evidence).strings("v", Fields.sorted(evidence.voided()));
    }

    private static void evidence(FieldWriter out, Evidence evidence) {
        out.put("i", evidence.attempt())
                .put("k", evidence.kind().name())
                .put("r", nanosOf(evidence.recordedAt()))
                .put("o", evidence.ordinal())
                .put("as", evidence.assisted())
                .put("q", evidence.sequence())
                .putAny("l", text(evidence.level()))
                .putAny("s", text(evidence.score()))
                .putAny("m", text(evidence.maxScore()))
                .putAny("a", nanos(evidence.assessedAt()))
                .putAny("f", evidence.form())
                .putAny("t", evidence.format())
                .putAny("c", evidence.context())
                .documentIfAny("fb", evidence.feedback(), EvidenceCodec::feedback);
    }

    private static Evidence evidence(StoredFields in) {
        StoredFields feedback = in.documentOrNone("fb");
        return new Evidence(
                in.string("i"),
                Evidence.Kind.valueOf(in.string("k")),
                decimal(in, "l"),
                decimal(in, "s"),
                decimal(in, "m"),
                instant(in, "a"),
                instantOf(in, "r"),
                in.number("o"),
                in.stringOrNone("f"),
                in.stringOrNone("t"),
                in.stringOrNone("c"),
                in.flag("as"),
                feedback == null
                        ? null
                        : new Evidence.Feedback(
                                feedback.stringOrNone("s"), feedback.stringOrNone("g"), feedback.stringOrNone("n")),
                in.number("q"));
    }

    private static void feedback(FieldWriter out, Evidence.Feedback feedback) {
        out.putAny("s", feedback.strength()).putAny("g", feedback.gap()).putAny("n", feedback.nextStep());
    }
}
