package io.pacelight.kit.reference;

import io.pacelight.events.ReferenceEvent;
import io.pacelight.kit.stream.Received;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/** The latest reference facts, by key; each instance holds all of those that its service reads. */
public interface ReferenceBook {
    /** The fact of one kind under a key as {@link ReferenceEvent#key()} makes it, withdrawn ones included. */
    <E extends ReferenceEvent> Optional<E> find(Class<E> kind, String key);

    /** All facts of one kind at this moment, in no order. */
    <E extends ReferenceEvent> Collection<E> all(Class<E> kind);

    /** Tells every fact, those known already first; called on the book's own thread, one at a time. */
    void follow(Consumer<ReferenceEvent> follower);

    /** Returns when the book has read the record at {@code place}; for inputs that were made because of it. */
    void awaitRead(Received.Place place);
}
