package io.pacelight.kit.reference;

import io.pacelight.events.Envelope;
import io.pacelight.events.Event;
import io.pacelight.events.ReferenceEvent;
import io.pacelight.events.UnreadableEvent;
import io.pacelight.kit.stream.CloudEventHeaders;
import io.pacelight.kit.stream.Received;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads the reference topics from the beginning, by no group, and keeps following them. Starting returns when
 * everything that was there at the start is read, so bindings, which start later, find it.
 */
public final class ReferenceTail implements ReferenceBook, SmartLifecycle {
    /** Before the bindings, which start at the end of all phases. */
    private static final int PHASE = 0;

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Logger LOG = LoggerFactory.getLogger(ReferenceTail.class);

    private final Supplier<org.apache.kafka.clients.consumer.Consumer<byte[], byte[]>> consumers;
    private final List<String> topics;
    private final Predicate<ReferenceEvent> wanted;
    private final Map<Class<?>, Map<String, ReferenceEvent>> facts = new ConcurrentHashMap<>();
    private final List<Consumer<ReferenceEvent>> followers = new CopyOnWriteArrayList<>();
    private final Map<TopicPartition, Long> next = new ConcurrentHashMap<>();
    private final Object progress = new Object();
    private volatile @Nullable Thread reader;
    private volatile org.apache.kafka.clients.consumer.@Nullable Consumer<byte[], byte[]> current;
    private volatile boolean caughtUp;

    public ReferenceTail(
            Supplier<org.apache.kafka.clients.consumer.Consumer<byte[], byte[]>> consumers,
            List<String> topics,
            Predicate<ReferenceEvent> wanted) {
        this.consumers = consumers;
        this.topics = List.copyOf(topics);
        this.wanted = wanted;
    }

    @Override
    public <E extends ReferenceEvent> Optional<E> find(Class<E> kind, String key) {
        return Optional.ofNullable(kind.cast(of(kind).get(key)));
    }

    @Override
    public <E extends ReferenceEvent> Collection<E> all(Class<E> kind) {
        List<E> all = new ArrayList<>();
        for (ReferenceEvent fact : of(kind).values()) all.add(kind.cast(fact));
        return all;
    }

    @Override
    public void follow(Consumer<ReferenceEvent> follower) {
        synchronized (followers) {
            followers.add(follower);
            facts.values().forEach(kind -> kind.values().forEach(fact -> tell(follower, fact)));
        }
    }

    @Override
    public void awaitRead(Received.Place place) {
        TopicPartition partition = new TopicPartition(place.topic(), place.partition());
        await(() -> next.getOrDefault(partition, 0L) > place.offset());
    }

    /** Whether everything that was there at the start has been read. */
    public boolean caughtUp() {
        return caughtUp;
    }

    @Override
    public void start() {
        if (topics.isEmpty()) {
            caughtUp = true;
            return;
        }
        Thread thread = Thread.ofPlatform().daemon().name("reference-tail").unstarted(this::readForEver);
        reader = thread;
        thread.start();
        await(this::caughtUp);
    }

    private void await(BooleanSupplier condition) {
        synchronized (progress) {
            while (!condition.getAsBoolean()) {
                if (reader == null) throw new IllegalStateException("the reference tail is stopped");
                try {
                    progress.wait(1_000);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted while awaiting reference facts", e);
                }
            }
        }
    }

    private void readForEver() {
        while (reader != null) {
            try (var consumer = consumers.get()) {
                current = consumer;
                read(consumer);
            } catch (WakeupException stopping) {
                return;
            } catch (KafkaException e) {
                LOG.atWarn()
                        .addKeyValue("error", e.getClass().getSimpleName())
                        .log("reference topics not reached, again soon");
                pause();
            }
        }
    }

    private void read(org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topics)
            consumer.partitionsFor(topic).forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        next.forEach(consumer::seek);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (reader != null) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) take(record);
            for (TopicPartition partition : partitions) next.put(partition, consumer.position(partition));
            if (!caughtUp)
                caughtUp =
                        ends.entrySet().stream().allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue());
            synchronized (progress) {
                progress.notifyAll();
            }
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            if (record.value() == null) {
                String key = new String(record.key(), StandardCharsets.UTF_8);
                facts.values().forEach(kind -> kind.remove(key));
                return;
            }
            Event event = CloudEventHeaders.read(record.headers(), record.value())
                    .map(envelope -> (Event) ((Envelope<?>) envelope).data())
                    .orElse(null);
            if (!(event instanceof ReferenceEvent fact) || !wanted.test(fact)) return;
            synchronized (followers) {
                facts.computeIfAbsent(fact.getClass(), ignored -> new ConcurrentHashMap<>())
                        .put(fact.key(), fact);
                for (Consumer<ReferenceEvent> follower : followers) tell(follower, fact);
            }
        } catch (UnreadableEvent | IllegalArgumentException e) {
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("error", e.getClass().getSimpleName())
                    .log("unreadable reference fact left out");
        }
    }

    /** A follower that stumbles over one fact must not stop the book for everybody. */
    private static void tell(Consumer<ReferenceEvent> follower, ReferenceEvent fact) {
        try {
            follower.accept(fact);
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("fact", fact.getClass().getSimpleName())
                    .addKeyValue("error", e.getClass().getSimpleName())
                    .log("a reference fact could not be followed");
        }
    }

    private Map<String, ReferenceEvent> of(Class<?> kind) {
        return facts.getOrDefault(kind, Map.of());
    }

    private void pause() {
        synchronized (progress) {
            try {
                progress.wait(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void stop() {
        Thread running = reader;
        reader = null;
        var consumer = current;
        if (consumer != null) consumer.wakeup();
        if (running == null) return;
        try {
            running.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return reader != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
