package io.pacelight.kit.state;

import io.pacelight.events.Envelope;
import io.pacelight.events.Topics;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Of events on compacted topics the last one of each key, by its document's sequence; others are left out. */
public final class LatestFacts {
    private @Nullable Map<Place, Envelope<?>> byPlace;

    /** What a compacted topic keeps one record of. */
    private record Place(String topic, String key) {
        static Place of(Envelope<?> event) {
            return new Place(event.topic(), event.data().key());
        }
    }

    public static LatestFacts of(Collection<? extends Envelope<?>> events) {
        LatestFacts facts = new LatestFacts();
        events.forEach(facts::add);
        return facts;
    }

    public void add(Envelope<?> event) {
        if (!Topics.COMPACTED.contains(event.topic())) return;
        if (byPlace == null) byPlace = new LinkedHashMap<>();
        byPlace.merge(Place.of(event), event, (known, other) -> other.sequence() > known.sequence() ? other : known);
    }

    /** The fact that makes this event an outdated one; none if it is the latest under its key, or nothing else is known. */
    public @Nullable Envelope<?> beyond(Envelope<?> event) {
        Envelope<?> latest = byPlace == null ? null : byPlace.get(Place.of(event));
        return latest != null && latest.sequence() > event.sequence() ? latest : null;
    }

    public List<Envelope<?>> all() {
        return byPlace == null ? List.of() : List.copyOf(byPlace.values());
    }
}
