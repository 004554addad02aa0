package io.pacelight.kit.stream;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a service keeps the records that it could not take. Putting one in twice keeps it once. */
public interface QuarantineShelf {
    void put(Collection<QuarantinedRecord> records);

    Optional<QuarantinedRecord> find(String id);

    /** Up to {@code limit} waiting records that concern a district, in the order of their ids, after the given id. */
    List<QuarantinedRecord> waiting(String district, @Nullable String after, int limit);

    /** How many waiting records concern a district. */
    long countWaiting(String district);

    long countWaiting();

    void replayed(String id, Instant at);
}
