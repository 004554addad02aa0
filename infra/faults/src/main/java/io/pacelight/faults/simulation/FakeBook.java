package io.pacelight.faults.simulation;

import io.pacelight.events.Envelope;
import io.pacelight.events.Event;
import io.pacelight.events.ReferenceEvent;
import io.pacelight.events.Topics;
import io.pacelight.events.UnreadableEvent;
import io.pacelight.kit.reference.ReferenceBook;
import io.pacelight.kit.stream.CloudEventHeaders;
import io.pacelight.kit.stream.Received;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/** One instance's copy of the reference facts, which it reads at its own pace. */
final class FakeBook implements ReferenceBook {
    static final List<String> TOPICS = List.of(Topics.REFERENCE, Topics.CURRICULUM, Topics.POLICIES);

    private static final List<TopicPartition> PARTITIONS = FakeLog.partitionsOf(TOPICS);

    private final World world;
    private final Map<Class<?>, Map<String, Envelope<?>>> facts = new HashMap<>();
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final List<Consumer<ReferenceEvent>> followers = new ArrayList<>();

    /** Reads all there is, as an instance does before its bindings start. */
    FakeBook(World world) {
        this.world = world;
        while (hasMore()) readOne();
    }

    /** Reads on, one record at a time, until the instance dies. */
    void run() {
        while (true) {
            world.scheduler().await(this::hasMore);
            world.step(Point.REFERENCE, "");
            readOne();
        }
    }

    boolean hasRead(FakeLog.Entry entry) {
        return next.getOrDefault(entry.partition(), 0L) > entry.offset();
    }

    @Override
    public <E extends ReferenceEvent> Optional<E> find(Class<E> kind, String key) {
        Envelope<?> told = of(kind).get(key);
        return told == null ? Optional.empty() : Optional.of(kind.cast(told.data()));
    }

    @Override
    public <E extends ReferenceEvent> Collection<E> all(Class<E> kind) {
        return of(kind).values().stream().map(told -> kind.cast(told.data())).toList();
    }

    @Override
    public void follow(Consumer<ReferenceEvent> follower) {
        for (Map<String, Envelope<?>> kind : facts.values())
            for (Envelope<?> told : kind.values())
                if (told.data() instanceof ReferenceEvent fact) follower.accept(fact);
        followers.add(follower);
    }

    @Override
    public void awaitRead(Received.Place place) {
        TopicPartition partition = new TopicPartition(place.topic(), place.partition());
        world.scheduler().await(() -> next.getOrDefault(partition, 0L) > place.offset());
    }

    private Map<String, Envelope<?>> of(Class<?> kind) {
        return facts.getOrDefault(kind, Map.of());
    }

    private boolean hasMore() {
        for (TopicPartition partition : PARTITIONS)
            if (world.log().end(partition) > next.getOrDefault(partition, 0L)) return true;
        return false;
    }

    private void readOne() {
        for (TopicPartition partition : PARTITIONS) {
            long offset = next.getOrDefault(partition, 0L);
            if (world.log().end(partition) <= offset) continue;
            next.put(partition, offset + 1);
            take(world.log().at(partition, offset));
            return;
        }
    }

    private void take(FakeLog.Entry entry) {
        try {
            Envelope<? extends Event> told =
                    CloudEventHeaders.read(entry.headers(), entry.value()).orElse(null);
            if (told == null || !(told.data() instanceof ReferenceEvent fact)) return;
            Map<String, Envelope<?>> kind = facts.computeIfAbsent(fact.getClass(), none -> new TreeMap<>());
            Envelope<?> known = kind.get(fact.key());
            if (known != null && known.sequence() >= told.sequence()) return;
            kind.put(fact.key(), told);
            followers.forEach(follower -> follower.accept(fact));
        } catch (UnreadableEvent e) {
            throw new IllegalStateException("the simulation tells readable reference facts only", e);
        }
    }
}
