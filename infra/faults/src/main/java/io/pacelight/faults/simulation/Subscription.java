package io.pacelight.faults.simulation;

import io.pacelight.kit.state.EventPublisher;
import io.pacelight.kit.stream.EventStream;
import io.pacelight.kit.stream.Positions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.GenericMessage;

/**
 * One member of a consumer group as the binder runs it: polls, hands the poll to the real {@link EventStream} as bytes,
 * commits, and comes again with the same records if that throws. A member that was thrown out in mid-batch does not know
 * it until its commit is refused.
 */
class Subscription {
    private final World world;
    private final Group group;
    private final EventStream stream;
    private final Positions positions;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private int generation = -1;
    private boolean inMidBatch;

    Subscription(World world, Group group, EventStream stream, Positions positions) {
        this.world = world;
        this.group = group;
        this.stream = stream;
        this.positions = positions;
    }

    final void run() {
        world.consumes(this);
        while (true) {
            world.scheduler().await(() -> isOutdated() || hasMore());
            if (isOutdated()) rejoin();
            List<FakeLog.Entry> poll = poll();
            if (poll.isEmpty()) continue;
            world.step(Point.POLLED, poll);
            inMidBatch = true;
            try {
                handle(poll);
                for (FakeLog.Entry entry : poll) next.put(entry.partition(), entry.offset() + 1);
            } catch (Outage | IllegalStateException | EventPublisher.NotPublished again) {
                world.scheduler().note("comes again", again.getClass().getSimpleName());
            } finally {
                inMidBatch = false;
            }
        }
    }

    /** First the effect, then the offset. */
    void handle(List<FakeLog.Entry> poll) {
        take(poll);
        commit(poll);
    }

    final void take(List<FakeLog.Entry> poll) {
        stream.accept(message(poll));
    }

    final void commit(List<FakeLog.Entry> poll) {
        world.step(Point.COMMIT, group.name());
        if (isOutdated()) {
            world.happened(Fault.COMMIT_REFUSED, group.name());
            throw new Outage("another generation has begun");
        }
        if (world.fails(world.trouble().commitLost())) {
            world.happened(Fault.COMMIT_LOST, group.name());
            return;
        }
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (FakeLog.Entry entry : poll) offsets.put(entry.partition(), entry.offset() + 1);
        group.commit(offsets);
        world.step(Point.COMMITTED, group.name());
    }

    /** Whether a rebalance has taken place that this member doesn't know of yet. */
    final boolean isOutdated() {
        return generation != group.generation();
    }

    final boolean isInMidBatch() {
        return inMidBatch;
    }

    private boolean hasMore() {
        for (Map.Entry<TopicPartition, Long> position : next.entrySet())
            if (world.log().next(position.getKey(), position.getValue()) != null) return true;
        return false;
    }

    private void rejoin() {
        Set<TopicPartition> before = new HashSet<>(next.keySet());
        if (!group.has(this)) group.join(this);
        generation = group.generation();
        Set<TopicPartition> assigned = group.assigned(this);
        if (!before.isEmpty()) world.happened(Fault.REBALANCED, before + " to " + assigned);
        next.clear();
        for (TopicPartition partition : assigned) next.put(partition, group.committed(partition));
        String binding = stream.binding() + "-in-0";
        try (MockConsumer<byte[], byte[]> consumer = new At(next)) {
            positions.onPartitionsRevokedAfterCommit(binding, consumer, before);
            positions.onPartitionsAssigned(binding, consumer, assigned, before.isEmpty());
        }
    }

    /** Some records of some partitions, each partition's in their order. */
    private List<FakeLog.Entry> poll() {
        List<TopicPartition> order = new ArrayList<>(next.keySet());
        order.sort(Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition));
        world.chance().shuffle(order);
        List<FakeLog.Entry> poll = new ArrayList<>();
        for (TopicPartition partition : order) {
            FakeLog.Entry entry = world.log().next(partition, next.getOrDefault(partition, 0L));
            for (int left = world.chance().between(0, world.trouble().mostAtOnce());
                    left > 0 && entry != null;
                    left--) {
                long offset = entry.offset();
                poll.add(entry);
                if (!group.delivered(partition, offset)) world.happened(Fault.REDELIVERED, partition + "@" + offset);
                entry = world.log().next(partition, offset + 1);
            }
        }
        return poll;
    }

    private static Message<List<byte[]>> message(List<FakeLog.Entry> poll) {
        List<byte[]> values = new ArrayList<>();
        Map<String, List<@Nullable Object>> headers = new HashMap<>();
        for (FakeLog.Entry entry : poll) {
            values.add(entry.value());
            add(headers, KafkaHeaders.RECEIVED_TOPIC, entry.partition().topic());
            add(headers, KafkaHeaders.RECEIVED_PARTITION, entry.partition().partition());
            add(headers, KafkaHeaders.OFFSET, entry.offset());
            add(headers, KafkaHeaders.RECEIVED_KEY, entry.key());
            add(headers, KafkaHeaders.NATIVE_HEADERS, entry.headers());
        }
        return new GenericMessage<>(values, Map.copyOf(headers));
    }

    private static void add(Map<String, List<@Nullable Object>> headers, String name, @Nullable Object value) {
        headers.computeIfAbsent(name, none -> new ArrayList<>()).add(value);
    }

    /** Says where reading begins, which is all that {@link Positions} asks of a consumer. */
    private static final class At extends MockConsumer<byte[], byte[]> {
        private final Map<TopicPartition, Long> next;

        At(Map<TopicPartition, Long> next) {
            super("earliest");
            this.next = next;
        }

        @Override
        @SuppressWarnings("UnsynchronizedOverridesSynchronized") // one task runs at a time
        public long position(TopicPartition partition) {
            return next.getOrDefault(partition, 0L);
        }
    }
}
