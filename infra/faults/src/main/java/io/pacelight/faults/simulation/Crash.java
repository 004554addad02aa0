package io.pacelight.faults.simulation;

/** A process is gone. An error, so that no production code catches it; without a trace, since thousands of them are thrown. */
final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash() {
        super("the process died", null, false, false);
    }
}
