package io.pacelight.kit.state;

import io.pacelight.events.Event;
import java.time.Instant;
import java.util.Set;

/** The pure rules of one kind of document: no clock, no random ids, no I/O; same state and input, same step. */
public interface StateMachine<S, I> {
    /** The state of a document that nothing has happened to yet. */
    S initial(String document);

    Step<S> apply(S state, I input);

    /**
     * The kinds of events that these documents emit onto a topic that keeps them: a rebuild reads them again, and on a
     * compacted topic the latest of each key is kept last.
     */
    default Set<Class<? extends Event>> tells() {
        return Set.of();
    }

    /**
     * The state after an event that the document itself has emitted before it was lost; nothing is decided again.
     *
     * @param at school time under which it was told
     */
    default S recall(S state, Event told, Instant at) {
        return state;
    }
}
