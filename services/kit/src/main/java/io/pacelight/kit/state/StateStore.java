package io.pacelight.kit.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Where state documents live. Each call is one round trip, however many documents it touches. */
public interface StateStore<S> {
    /**
     * The stored documents among {@code ids}, as the majority knows them; ids without a document are left out.
     *
     * @param told which writes have nothing left to tell; documents last written by one of them come without pending events
     */
    Map<String, StateDocument<S>> load(Collection<String> ids, Predicate<Stamp> told);

    /** The same for those who only look at states: no document has pending events. */
    default Map<String, StateDocument<S>> load(Collection<String> ids) {
        return load(ids, stamp -> true);
    }

    /**
     * Writes each document if the stored one still has its version (or, at version 0, is not there), as version + 1.
     *
     * @return ids of those that were not written, or may not have been: read them again and fold again
     */
    Set<String> save(Collection<StateDocument<S>> documents, Stamp stamp);

    /** The same for documents that have nothing to tell, so that nobody needs to know who wrote them. */
    default Set<String> save(Collection<StateDocument<S>> documents) {
        return save(documents, new Stamp(UUID.randomUUID().toString(), 0));
    }

    /** Enters a new writer, who has told nothing yet, and answers its name. */
    String enlist();

    /** Notes that a writer has told what its writes up to that number listed as pending. */
    void note(String writer, long toldUpTo);

    /** All writers, in the order of their names. */
    List<Writer> writers();

    /** Strikes a writer off who will not write again and left nothing untold: all of its writes count as told. */
    void forget(String writer);

    /**
     * Documents with pending events whose last write is that writer's and later than {@code toldUpTo}, but for those saved
     * less than {@code grace} before or after {@code now}. Wall clocks are compared, and the writer's may be fast.
     */
    List<StateDocument<S>> untold(String writer, long toldUpTo, Instant now, Duration grace, int limit);

    /** When the first of those documents was saved (wall clock); none if there is none. */
    Optional<Instant> oldestUntold(String writer, long toldUpTo);

    /** Forgets that the events of each document that still has the given version are pending; the version and what was told last stay. */
    void forgetPending(Map<String, Long> versions);
}
