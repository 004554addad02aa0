package io.pacelight.reporting.adapter.out.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import io.pacelight.events.Keys;
import io.pacelight.reporting.application.Freshness;
import io.pacelight.reporting.domain.rollup.Latencies;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Each instance keeps a histogram of the running minute for each district and, every now and then, writes it over
 * its own document of that slot; reading adds up what all instances wrote for the last five minutes. What a crash
 * loses is a few seconds of measurements.
 */
public final class MongoFreshness implements Freshness {
    private static final Duration SLOT = Duration.ofMinutes(1);
    private static final Duration SHOWN = Duration.ofMinutes(5);
    private static final Duration KEPT = Duration.ofHours(2);

    private record Slot(
            long number, Latencies latencies, @Nullable Instant lastEventAt) {}

    private final MongoCollection<Document> documents;
    private final Clock wall;
    private final String instance = UUID.randomUUID().toString();
    private final Map<String, Slot> unwritten = new HashMap<>();
    private final Map<String, Slot> running = new HashMap<>();

    public MongoFreshness(MongoDatabase database, Clock wall) {
        documents = database.getCollection("freshness");
        this.wall = wall;
    }

    @Override
    public synchronized void visible(String district, @Nullable Long millis, Instant at) {
        long number = wall.millis() / SLOT.toMillis();
        Slot slot = running.get(district);
        if (slot == null || slot.number() != number) slot = new Slot(number, Latencies.none(), null);
        Slot now = new Slot(
                number,
                millis == null ? slot.latencies() : slot.latencies().with(millis),
                slot.lastEventAt() == null || at.isAfter(slot.lastEventAt()) ? at : slot.lastEventAt());
        running.put(district, now);
        unwritten.put(Keys.of(district, Long.toString(number)), now);
    }

    /** Writes what is new and clears out what is old; called every few seconds. */
    public void flush() {
        Map<String, Slot> slots;
        synchronized (this) {
            slots = Map.copyOf(unwritten);
            unwritten.clear();
        }
        Date now = Date.from(wall.instant());
        slots.forEach((key, slot) -> {
            String id = key + '|' + instance;
            Document document = new Document("_id", id)
                    .append(
                            "counts",
                            Arrays.stream(slot.latencies().counts()).boxed().toList())
                    .append("at", now);
            Instant lastEventAt = slot.lastEventAt();
            if (lastEventAt != null) document.append("last", Fields.nanosOf(lastEventAt));
            documents.replaceOne(eq("_id", id), document, new ReplaceOptions().upsert(true));
            String district = key.substring(0, key.indexOf('|'));
            documents.deleteMany(and(gte("_id", district + '|'), lt("_id", from(district, KEPT))));
        });
    }

    @Override
    public Recent recent(String district) {
        flush();
        Latencies latencies = Latencies.none();
        Instant last = null;
        String from = from(district, SHOWN);
        for (Document stored : documents.find(and(gte("_id", from(district, KEPT)), lt("_id", district + '}')))) {
            if (stored.getString("_id").compareTo(from) >= 0) latencies = latencies.plus(Latencies.of(counts(stored)));
            Long nanos = stored.getLong("last");
            Instant at = nanos == null ? null : Fields.ofNanos(nanos);
            if (at != null && (last == null || at.isAfter(last))) last = at;
        }
        return new Recent(latencies, last);
    }

    private static long[] counts(Document stored) {
        return stored.getList("counts", Long.class, List.of()).stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    private String from(String district, Duration ago) {
        return Keys.of(district, Long.toString((wall.millis() - ago.toMillis()) / SLOT.toMillis()));
    }
}
