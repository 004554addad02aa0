package io.pacelight.faults.process;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A safeguard taken out of the services' code, to see that the suite notices. */
public enum Mutant {
    /** What a document has absorbed is not looked at: every repeat is taken as new. */
    INBOX(EnumSet.noneOf(Fault.class)),
    /** Events are told later than their offsets are committed, and nobody waits for it. */
    PUBLISH(EnumSet.of(Fault.KILL)),
    /** Evidence is judged in the order in which it lies about, not in its own. */
    SORT(EnumSet.noneOf(Fault.class)),
    /** A document is replaced whatever its version. */
    GUARD(EnumSet.of(Fault.MEMBERS));

    private final Set<Fault> provokedBy;

    Mutant(Set<Fault> provokedBy) {
        this.provokedBy = provokedBy;
    }

    /** Faults under which the safeguard matters; none where the attempts alone will do. */
    Set<Fault> provokedBy() {
        return provokedBy;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
