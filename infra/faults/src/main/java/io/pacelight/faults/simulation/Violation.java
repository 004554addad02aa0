package io.pacelight.faults.simulation;

import java.util.List;

/** An invariant does not hold; the message has the seed, the invariant and the way that led there. */
public final class Violation extends AssertionError {
    private static final long serialVersionUID = 1L;
    /** Steps shown; all of them if one seed is run again. */
    private static final int SHOWN = Long.getLong("pacelight.seed") == null ? 200 : Integer.MAX_VALUE;

    private final String invariant;

    Violation(long seed, String invariant, String what, List<Trace.Entry> trace) {
        super(message(seed, invariant, what, trace));
        this.invariant = invariant;
    }

    /** The short name of the invariant, such as {@code I2}. */
    public String invariant() {
        return invariant;
    }

    private static String message(long seed, String invariant, String what, List<Trace.Entry> trace) {
        StringBuilder text = new StringBuilder()
                .append("seed ")
                .append(seed)
                .append(" breaks ")
                .append(invariant)
                .append(": ")
                .append(what)
                .append("\nAgain: mvn -pl infra/faults test -Dtest=SimulationTest -Dpacelight.seed=")
                .append(seed)
                .append("\nThe last of ")
                .append(trace.size())
                .append(" steps:\n");
        for (Trace.Entry entry : trace.subList(Math.max(0, trace.size() - SHOWN), trace.size()))
            text.append(entry).append('\n');
        return text.toString();
    }
}
