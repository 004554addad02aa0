package io.pacelight.events;

import java.lang.reflect.RecordComponent;
import tools.jackson.databind.node.ObjectNode;

/** The Kafka key of an event, spelled with the names of the fields it is made of. */
final class KeyTemplates {
    private KeyTemplates() {}

    /** Such as <code>{district}|{student}</code>: the key of an event whose texts are their own names. */
    static String of(EventCatalogue.Entry entry) {
        ObjectNode event = (ObjectNode) Golden.full(entry).tree();
        for (RecordComponent component : entry.record().getRecordComponents())
            if (component.getType() == String.class) event.put(component.getName(), "{" + component.getName() + "}");
        try {
            return EventJson.read(Tree.bytes(event), entry.record()).key();
        } catch (UnreadableEvent e) {
            throw new IllegalStateException("the golden file of " + entry.type(), e);
        }
    }
}
