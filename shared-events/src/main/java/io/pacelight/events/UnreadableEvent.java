package io.pacelight.events;

/** A record that breaks the contract; its message names the place, never a value (values may be personal). */
public final class UnreadableEvent extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableEvent(String message) {
        super(message);
    }
}
