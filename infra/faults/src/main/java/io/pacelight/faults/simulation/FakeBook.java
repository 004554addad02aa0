package io.pacelight.faults.simulation;

import io.pacelight.events.Envelope;
import io.pacelight.events.Event;
import io.pacelight.events.ReferenceEvent;
import io.pacelight.events.Topics;
import io.pacelight.events.UnreadableEvent;
import io.pacelight.kit.reference.ReferenceBook;
import io.pacelight.kit.reference.ReferenceFacts;
import io.pacelight.kit.stream.CloudEventHeaders;
import io.pacelight.kit.stream.Received;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/** One instance's copy of the reference facts, which it reads at its own pace. */
final class FakeBook implements ReferenceBook {
    static final List<String> TOPICS = List.of(Topics.REFERENCE, Topics.CURRICULUM, Topics.POLICIES);

    private static final List<TopicPartition> PARTITIONS = FakeLog.partitionsOf(TOPICS);

    private final World world;
    private final ReferenceFacts facts = new ReferenceFacts();
    private final Map<TopicPartition, Long> next = new HashMap<>();

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
        return facts.find(kind, key);
    }

    @Override
    public <E extends ReferenceEvent> Collection<E> all(Class<E> kind) {
        return facts.all(kind);
    }

    @Override
    public void follow(Consumer<ReferenceEvent> follower) {
        facts.follow(follower);
    }

    @Override
    public void awaitRead(Received.Place place) {
        TopicPartition partition = new TopicPartition(place.topic(), place.partition());
        world.scheduler().await(() -> next.getOrDefault(partition, 0L) > place.offset());
    }

    private boolean hasMore() {
        for (TopicPartition partition : PARTITIONS)
            if (world.log().next(partition, next.getOrDefault(partition, 0L)) != null) return true;
        return false;
    }

    private void readOne() {
        for (TopicPartition partition : PARTITIONS) {
            FakeLog.Entry entry = world.log().next(partition, next.getOrDefault(partition, 0L));
            if (entry == null) continue;
            next.put(partition, entry.offset() + 1);
            take(entry);
            return;
        }
    }

    private void take(FakeLog.Entry entry) {
        try {
            Envelope<? extends Event> told =
                    CloudEventHeaders.read(entry.headers(), entry.value()).orElse(null);
            if (told != null && told.data() instanceof ReferenceEvent fact) facts.take(fact, told.sequence());
        } catch (UnreadableEvent e) {
            throw new IllegalStateException("the simulation tells readable reference facts only", e);
        }
    }
}
