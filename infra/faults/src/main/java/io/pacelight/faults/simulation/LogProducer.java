package io.pacelight.faults.simulation;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Appends to the fake log. A publish that failed has left, of each partition, some first part of what it sent there,
 * since an idempotent producer keeps their order. What is missing may arrive at any time later, before whatever else the
 * producer sends there, and even when its process is dead: the real one never gives a record up.
 */
final class LogProducer extends MockProducer<byte[], byte[]> {
    /** A broker comes back: no task has more publishes fail in a row, or a long one would never get through. */
    private static final int MOST_IN_A_ROW = 5;

    private final World world;
    private final String service;
    private final Map<Thread, Publish> publishing = new HashMap<>();
    private final Map<TopicPartition, Deque<ProducerRecord<byte[], byte[]>>> onTheWay = new HashMap<>();
    private int due;

    /** What one thread sends before it asks for acknowledgements; two commands may run at once. */
    private static final class Publish {
        /** Partitions to which nothing arrives any more; the value says whether it is on its way. */
        final Map<TopicPartition, Boolean> broken = new HashMap<>();

        boolean failed;
        boolean asked;
        int failedInARow;

        void begin() {
            if (!asked) return;
            failedInARow = failed ? failedInARow + 1 : 0;
            failed = false;
            asked = false;
            broken.clear();
        }
    }

    LogProducer(World world, String service) {
        this.world = world;
        this.service = service;
        world.scheduler().start(service + " network", null, this::deliver);
    }

    @Override
    @SuppressWarnings(
            "UnsynchronizedOverridesSynchronized") // one task runs at a time, and hands on while it is in here
    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
        TopicPartition partition = new TopicPartition(record.topic(), FakeLog.partitionOf(record.key()));
        Publish publish = publishing.computeIfAbsent(Thread.currentThread(), none -> new Publish());
        publish.begin();
        world.step(Point.PUBLISH, partition);
        if (!publish.broken.containsKey(partition)
                && publish.failedInARow < MOST_IN_A_ROW
                && world.fails(world.trouble().publishFails())) {
            publish.failed = true;
            if (world.chance().happens(0.5)) {
                append(record);
                world.happened(Fault.ACKNOWLEDGEMENT_LOST, partition);
                return failed(publish, partition);
            }
            publish.broken.put(partition, world.chance().happens(0.5));
            world.happened(Fault.PUBLISH_FAILED_HALF_WAY, partition);
        }
        Boolean late = publish.broken.get(partition);
        if (late != null) {
            if (late) delay(partition, record);
            return failed(publish, partition);
        }
        FakeLog.Entry entry = append(record);
        world.step(Point.PUBLISHED, entry);
        RecordMetadata metadata = new RecordMetadata(partition, entry.offset(), 0, 0, 0, 0);
        return new Answer(publish, metadata, null);
    }

    private void delay(TopicPartition partition, ProducerRecord<byte[], byte[]> record) {
        if (onTheWay.isEmpty()) due = world.scheduler().steps() + world.chance().between(1, 1_000);
        onTheWay.computeIfAbsent(partition, none -> new ArrayDeque<>()).add(record);
    }

    private void deliver() {
        while (true) {
            world.scheduler()
                    .await(() -> !onTheWay.isEmpty()
                            && (world.isCalm() || world.scheduler().steps() >= due));
            List<TopicPartition> partitions = onTheWay.keySet().stream()
                    .sorted(Comparator.comparing(TopicPartition::toString))
                    .toList();
            partitions.forEach(this::arrive);
        }
    }

    private void arrive(TopicPartition partition) {
        Deque<ProducerRecord<byte[], byte[]>> records = onTheWay.remove(partition);
        if (records == null) return;
        world.happened(Fault.ARRIVED_LATE, records.size() + " at " + partition);
        for (ProducerRecord<byte[], byte[]> record : records) put(record);
    }

    private FakeLog.Entry append(ProducerRecord<byte[], byte[]> record) {
        arrive(new TopicPartition(record.topic(), FakeLog.partitionOf(record.key())));
        FakeLog.Entry entry = put(record);
        world.told(service, String.valueOf(entry.header("ce_subject")));
        return entry;
    }

    private FakeLog.Entry put(ProducerRecord<byte[], byte[]> record) {
        return world.log().append(record.topic(), record.key(), record.value(), record.headers(), world.now());
    }

    private Future<RecordMetadata> failed(Publish publish, TopicPartition partition) {
        return new Answer(publish, null, new TimeoutException("no acknowledgement of " + partition));
    }

    /** What becomes of a record that was sent; whoever asks has to wait for it. */
    private final class Answer extends CompletableFuture<RecordMetadata> {
        private final Publish publish;

        Answer(Publish publish, @Nullable RecordMetadata metadata, @Nullable RuntimeException failure) {
            this.publish = publish;
            if (failure != null) completeExceptionally(failure);
            else complete(metadata);
        }

        @Override
        public RecordMetadata get() throws InterruptedException, ExecutionException {
            publish.asked = true;
            if (!isCompletedExceptionally()) world.step(Point.ACKNOWLEDGED, "");
            return super.get();
        }

        @Override
        public RecordMetadata get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException {
            return get();
        }

        /** Nothing is known of a record as it leaves. */
        @Override
        public boolean isDone() {
            return false;
        }
    }
}
