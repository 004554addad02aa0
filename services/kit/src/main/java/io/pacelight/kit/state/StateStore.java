package io.pacelight.kit.state;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where state documents live. Each call is one round trip, however many documents it touches. */
public interface StateStore<S> {
    /** The stored documents among {@code ids}, as the majority knows them; ids without a document are left out. */
    Map<String, StateDocument<S>> load(Collection<String> ids);

    /**
     * Writes each document if the stored one still has its version (or, at version 0, is not there), as version + 1.
     *
     * @return ids of those that were not written, or may not have been: read them again and fold again
     */
    Set<String> save(Collection<StateDocument<S>> documents);

    /** Forgets the pending events of each document that still has the given version; the version stays. */
    void forgetPending(Map<String, Long> versions);

    /** When the document that has had pending events for longest was saved (wall clock); none if none has any. */
    Optional<Instant> oldestPending();

    /** Up to {@code limit} documents that were saved before {@code savedBefore} (wall clock) and have pending events. */
    List<StateDocument<S>> withPending(Instant savedBefore, int limit);
}
