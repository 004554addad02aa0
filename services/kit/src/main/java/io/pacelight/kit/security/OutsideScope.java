package io.pacelight.kit.security;

/** Not there, or not for this viewer: the two are told in the same words. */
public final class OutsideScope extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OutsideScope(String what) {
        super(what);
    }
}
