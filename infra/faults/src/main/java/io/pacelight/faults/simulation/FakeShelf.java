package io.pacelight.faults.simulation;

import io.pacelight.kit.stream.QuarantineShelf;
import io.pacelight.kit.stream.QuarantinedRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Quarantined records by id; a write can be cut between any two of them. */
final class FakeShelf implements QuarantineShelf {
    private final World world;
    private final Map<String, QuarantinedRecord> records = new TreeMap<>();

    FakeShelf(World world) {
        this.world = world;
    }

    @Override
    public void put(Collection<QuarantinedRecord> more) {
        for (QuarantinedRecord record : more) {
            world.step(Point.SHELVE, record.id());
            records.putIfAbsent(record.id(), record);
        }
        world.step(Point.SHELVED, more.size());
    }

    @Override
    public Optional<QuarantinedRecord> find(String id) {
        return Optional.ofNullable(records.get(id));
    }

    @Override
    public List<QuarantinedRecord> waiting(String district, @Nullable String after, int limit) {
        return records.values().stream()
                .filter(record -> record.replayedAt() == null && record.concerns(district))
                .filter(record -> after == null || record.id().compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public long countWaiting(String district) {
        return waiting(district, null, Integer.MAX_VALUE).size();
    }

    @Override
    public long countWaiting() {
        return records.values().stream()
                .filter(record -> record.replayedAt() == null)
                .count();
    }

    @Override
    public void replayed(String id, Instant at) {
        throw new UnsupportedOperationException("nobody replays in a simulation");
    }
}
