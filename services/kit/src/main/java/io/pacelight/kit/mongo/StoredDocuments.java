package io.pacelight.kit.mongo;

import io.pacelight.events.Envelope;
import io.pacelight.kit.state.Stamp;
import io.pacelight.kit.state.StateDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.Document;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistry;

/**
 * State documents straight to and from the driver's bytes, for one call: those it writes it stamps and gives the next version,
 * of those it reads it leaves aside the events that are told. So no more than one document of a batch lies about in maps.
 */
final class StoredDocuments<S> implements Codec<StateDocument<S>> {
    private static final DocumentCodec DOCUMENTS = new DocumentCodec();

    private final StateCodec<S> states;
    private final CodecRegistry values;
    private final Stamp stamp;
    private final long savedAt;
    private final Predicate<Stamp> told;

    private StoredDocuments(
            StateCodec<S> states, CodecRegistry values, Stamp stamp, long savedAt, Predicate<Stamp> told) {
        this.states = states;
        this.values = values;
        this.stamp = stamp;
        this.savedAt = savedAt;
        this.told = told;
    }

    /** For reading, without the events of writes that are told. */
    static <S> StoredDocuments<S> without(Predicate<Stamp> told, StateCodec<S> states, CodecRegistry values) {
        return new StoredDocuments<>(states, values, new Stamp("", 0), 0, told);
    }

    /** For one write, at a wall clock in milliseconds. */
    static <S> StoredDocuments<S> stamped(Stamp stamp, long savedAt, StateCodec<S> states, CodecRegistry values) {
        return new StoredDocuments<>(states, values, stamp, savedAt, written -> false);
    }

    /** The stamp stands before what is pending, so that a reader knows whether to read that. */
    @Override
    public void encode(BsonWriter out, StateDocument<S> document, EncoderContext context) {
        out.writeStartDocument();
        out.writeString("_id", document.id());
        out.writeInt64("v", document.version() + 1);
        out.writeInt64("n", document.sequence());
        out.writeString("wr", stamp.writer());
        out.writeInt64("wn", stamp.number());
        out.writeBoolean("pending", !document.pending().isEmpty());
        out.writeDateTime("savedAt", savedAt);
        out.writeStartArray("in");
        for (Map.Entry<String, Long> mark : document.marks().entrySet()) {
            out.writeStartArray();
            out.writeString(mark.getKey());
            out.writeInt64(mark.getValue());
            out.writeEndArray();
        }
        out.writeEndArray();
        for (Map.Entry<String, Object> field :
                states.indexed(document.id(), document.state()).entrySet()) {
            out.writeName(field.getKey());
            value(out, field.getValue(), context);
        }
        out.writeName("s");
        DOCUMENTS.encode(out, states.write(document.state()), context);
        out.writeStartArray("out");
        for (Document event : PendingEvents.write(document.pending())) DOCUMENTS.encode(out, event, context);
        out.writeEndArray();
        out.writeEndDocument();
    }

    @SuppressWarnings("unchecked") // a registry answers with the codec of the class it is asked for
    private void value(BsonWriter out, Object value, EncoderContext context) {
        Codec<Object> codec = (Codec<Object>) values.get(value.getClass());
        codec.encode(out, value, context);
    }

    @Override
    public StateDocument<S> decode(BsonReader in, DecoderContext context) {
        String id = "";
        long version = 0;
        long sequence = 0;
        Document state = new Document();
        Map<String, Long> marks = Map.of();
        String writer = "";
        long number = 0;
        boolean pending = false;
        List<Envelope<?>> untold = List.of();
        in.readStartDocument();
        while (in.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (in.readName()) {
                case "_id" -> id = in.readString();
                case "v" -> version = in.readInt64();
                case "n" -> sequence = in.readInt64();
                case "wr" -> writer = in.readString();
                case "wn" -> number = in.readInt64();
                case "pending" -> pending = in.readBoolean();
                case "in" -> marks = marks(in);
                case "s" -> state = DOCUMENTS.decode(in, context);
                case "out" -> {
                    if (pending && !told.test(new Stamp(writer, number))) untold = events(id, in, context);
                    else in.skipValue();
                }
                default -> in.skipValue();
            }
        }
        in.readEndDocument();
        return new StateDocument<>(id, version, sequence, states.read(id, state), marks, untold);
    }

    private static Map<String, Long> marks(BsonReader in) {
        Map<String, Long> marks = new HashMap<>();
        in.readStartArray();
        while (in.readBsonType() != BsonType.END_OF_DOCUMENT) {
            in.readStartArray();
            in.readBsonType();
            String source = in.readString();
            in.readBsonType();
            marks.put(source, in.readInt64());
            in.readBsonType();
            in.readEndArray();
        }
        in.readEndArray();
        return marks;
    }

    private static List<Envelope<?>> events(String subject, BsonReader in, DecoderContext context) {
        List<Document> stored = new ArrayList<>();
        in.readStartArray();
        while (in.readBsonType() != BsonType.END_OF_DOCUMENT) stored.add(DOCUMENTS.decode(in, context));
        in.readEndArray();
        return PendingEvents.read(subject, stored);
    }

    @Override
    @SuppressWarnings("unchecked") // a class literal has no type arguments
    public Class<StateDocument<S>> getEncoderClass() {
        return (Class<StateDocument<S>>) (Class<?>) StateDocument.class;
    }
}
