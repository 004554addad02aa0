package io.pacelight.reporting.application;

import java.util.Collection;

/** Tells every instance of reporting what changed. Best effort: a page that misses a change finds it when it looks. */
@FunctionalInterface
public interface Changes {
    void publish(Collection<Change> changes);
}
