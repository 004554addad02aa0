package io.pacelight.kit.state;

/** The pure rules of one kind of document: no clock, no random ids, no I/O; same state and input, same step. */
public interface StateMachine<S, I> {
    /** The state of a document that nothing has happened to yet. */
    S initial(String document);

    Step<S> apply(S state, I input);
}
