package io.pacelight.faults.simulation;

/** The store or the log did not do what it was asked, as far as the caller can tell. */
final class Outage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Outage(String what) {
        super(what, null, false, false);
    }
}
