package io.pacelight.faults.process;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A safeguard taken out of the services' code, to see that the suite notices. */
public enum Mutant {
    /** What a document has absorbed is not looked at: every repeat is taken as new. */
    INBOX(EnumSet.noneOf(Fault.class)),
    /** Progression's events are told long after their offsets are committed, and nobody waits for it. */
    PUBLISH(EnumSet.noneOf(Fault.class)),
    /** Evidence is judged in the order in which it lies about, not in its own. */
    SORT(EnumSet.noneOf(Fault.class)),
    /** A student's watch is replaced whatever its version. */
    GUARD(EnumSet.of(Fault.MEMBERS));

    @SuppressWarnings("ImmutableEnumChecker") // copied
    private final Set<Fault> provokedBy;

    Mutant(Set<Fault> provokedBy) {
        this.provokedBy = provokedBy;
    }

    /** Faults under which the safeguard matters; none where the attempts and the kill at the end will do. */
    Set<Fault> provokedBy() {
        return provokedBy;
    }

    /** Whether that service lacks it. */
    boolean isIn(Part part) {
        return switch (this) {
            case INBOX -> true;
            case PUBLISH, SORT -> part == Part.PROGRESSION;
            case GUARD -> part == Part.INTERVENTION;
        };
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
