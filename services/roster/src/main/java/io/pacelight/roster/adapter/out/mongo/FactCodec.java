package io.pacelight.roster.adapter.out.mongo;

import io.pacelight.events.Event;
import io.pacelight.events.EventCatalogue;
import io.pacelight.events.EventJson;
import io.pacelight.events.ReferenceEvent;
import io.pacelight.events.UnreadableEvent;
import io.pacelight.kit.mongo.FieldWriter;
import io.pacelight.kit.mongo.StateCodec;
import io.pacelight.kit.mongo.StoredFields;
import io.pacelight.roster.application.fold.Fact;
import java.nio.charset.StandardCharsets;

/** A fact as {@code {t: type, d: data}}. */
public final class FactCodec implements StateCodec<Fact> {

    @Override
    public void write(FieldWriter out, Fact state) {
        ReferenceEvent current = state.current();
        if (current != null) {
            out.put("t", EventCatalogue.of(current).type()).put("d", json(current));
        }
    }

    @Override
    public Fact read(String id, StoredFields in) {
        String type = in.stringOrNone("t");
        return type == null ? new Fact(null) : new Fact((ReferenceEvent) event(id, type, in.string("d")));
    }

    static String json(Event event) {
        return new String(EventJson.write(event), StandardCharsets.UTF_8);
    }

    static Event event(String id, String type, String json) {
        Class<? extends Event> record = EventCatalogue.find(type)
                .orElseThrow(() -> new IllegalStateException("a fact of a type this version does not know: " + type))
                .record();
        try {
            return EventJson.read(json.getBytes(StandardCharsets.UTF_8), record);
        } catch (UnreadableEvent e) {
            throw new IllegalStateException("the stored fact " + id + " is unreadable", e);
        }
    }
}
