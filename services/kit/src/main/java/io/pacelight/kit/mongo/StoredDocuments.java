package io.pacelight.kit.mongo;

import io.pacelight.events.Envelope;
import io.pacelight.kit.state.LatestFacts;
import io.pacelight.kit.state.Stamp;
import io.pacelight.kit.state.StateDocument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bson.BsonBinaryWriter;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/**
 * State documents straight to and from the driver's bytes, for one call: those it writes it stamps and gives the next version,
 * of those it reads it leaves aside the events that are told.
 */
final class StoredDocuments<S> implements Codec<StateDocument<S>> {
    private final StateCodec<S> states;
    private final Stamp stamp;
    private final long savedAt;
    private final Predicate<Stamp> told;

    private StoredDocuments(StateCodec<S> states, Stamp stamp, long savedAt, Predicate<Stamp> told) {
        this.states = states;
        this.stamp = stamp;
        this.savedAt = savedAt;
        this.told = told;
    }

    /** For reading, without the events of writes that are told. */
    static <S> StoredDocuments<S> without(Predicate<Stamp> told, StateCodec<S> states) {
        return new StoredDocuments<>(states, new Stamp("", 0), 0, told);
    }

    /** For one write, at a wall clock in milliseconds. */
    static <S> StoredDocuments<S> stamped(Stamp stamp, long savedAt, StateCodec<S> states) {
        return new StoredDocuments<>(states, stamp, savedAt, written -> false);
    }

    /** The stamp stands before what is pending, so that a reader knows whether to read that. */
    @Override
    public void encode(BsonWriter to, StateDocument<S> document, EncoderContext context) {
        FieldWriter out = new FieldWriter(to);
        to.writeStartDocument();
        out.put("_id", document.id())
                .put("v", document.version() + 1)
                .put("n", document.sequence())
                .put("wr", stamp.writer())
                .put("wn", stamp.number())
                .put("pending", !document.pending().isEmpty());
        to.writeDateTime("savedAt", savedAt);
        out.rows(
                "in",
                document.marks().entrySet(),
                (row, mark) -> row.add(mark.getKey()).add(mark.getValue()));
        states.index(out, document.id(), document.state());
        out.document("s", document.state(), states::write).documents("out", document.pending(), PendingEvents::write);
        if (!document.latest().isEmpty()) out.documents("kept", kept(document), PendingEvents::write);
        to.writeEndDocument();
    }

    @Override
    public StateDocument<S> decode(BsonReader from, DecoderContext context) {
        StoredFields in = StoredFields.of(bytes(from));
        String id = in.string("_id");
        long version = in.number("v");
        long sequence = in.number("n");
        Stamp written = new Stamp(in.string("wr"), in.number("wn"));
        boolean pending = in.flag("pending");
        Map<String, Long> marks = new HashMap<>();
        for (StoredRow rows = in.array("in"); rows.hasNext(); ) {
            StoredRow mark = rows.array();
            marks.put(mark.string(), mark.number());
        }
        S state = states.read(id, in.document("s"));
        boolean untold = pending && !told.test(written);
        boolean keeps = in.has("kept");
        List<Envelope<?>> events = untold || keeps ? events(id, in, "out") : List.of();
        LatestFacts latest = new LatestFacts();
        if (keeps) {
            events(id, in, "kept").forEach(latest::add);
            events.forEach(latest::add);
        }
        return new StateDocument<>(id, version, sequence, state, marks, untold ? events : List.of(), latest.all());
    }

    private static List<Envelope<?>> events(String id, StoredFields in, String field) {
        return in.documents(field, event -> PendingEvents.read(id, event));
    }

    /** Latest facts beside those that are pending, which stand there already. */
    private static List<Envelope<?>> kept(StateDocument<?> document) {
        return document.latest().stream()
                .filter(fact -> document.pending().stream().noneMatch(event -> event.sequence() == fact.sequence()))
                .toList();
    }

    /** One copy of what the driver holds: it gives its own bytes back to its pool. */
    private static byte[] bytes(BsonReader from) {
        BasicOutputBuffer copy = new BasicOutputBuffer();
        try (BsonBinaryWriter writer = new BsonBinaryWriter(copy)) {
            writer.pipe(from);
        }
        return copy.getInternalBuffer();
    }

    @Override
    @SuppressWarnings("unchecked") // a class literal has no type arguments
    public Class<StateDocument<S>> getEncoderClass() {
        return (Class<StateDocument<S>>) (Class<?>) StateDocument.class;
    }
}
