package io.pacelight.faults.process;

import java.util.Locale;

/** A place in the services' common code between two steps of which a process may do only the first. */
public enum CrashPoint {
    BEFORE_STORE,
    AFTER_STORE,
    BEFORE_PUBLISH,
    AFTER_PUBLISH,
    BEFORE_COMMIT,
    AFTER_COMMIT;

    /** As it stands in reports. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
