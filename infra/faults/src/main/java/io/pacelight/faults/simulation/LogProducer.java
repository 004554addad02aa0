package io.pacelight.faults.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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
 * since an idempotent producer keeps their order. The real one never gives a record up, so what is missing here would
 * arrive late there; to the log a late record is the same as one that somebody sends again.
 */
final class LogProducer extends MockProducer<byte[], byte[]> {
    private final World world;
    private final String service;
    private final Map<Thread, Set<TopicPartition>> broken = new HashMap<>();

    LogProducer(World world, String service) {
        this.world = world;
        this.service = service;
    }

    @Override
    @SuppressWarnings(
            "UnsynchronizedOverridesSynchronized") // one task runs at a time, and hands on while it is in here
    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
        TopicPartition partition = new TopicPartition(record.topic(), FakeLog.partitionOf(record.key()));
        world.step(Point.PUBLISH, partition);
        if (broken().contains(partition)) return failed(partition);
        if (world.fails(world.trouble().publishFails())) {
            if (world.chance().happens(0.5)) {
                append(record);
                world.happened(Fault.ACKNOWLEDGEMENT_LOST, partition);
            } else {
                broken().add(partition);
                world.happened(Fault.PUBLISH_FAILED_HALF_WAY, partition);
            }
            return failed(partition);
        }
        FakeLog.Entry entry = append(record);
        world.step(Point.PUBLISHED, entry);
        RecordMetadata metadata = new RecordMetadata(partition, entry.offset(), 0, 0, 0, 0);
        return new Answer(metadata, null);
    }

    /** Partitions to which nothing of what this thread is sending arrives any more; two commands may run at once. */
    private Set<TopicPartition> broken() {
        return broken.computeIfAbsent(Thread.currentThread(), none -> new HashSet<>());
    }

    private FakeLog.Entry append(ProducerRecord<byte[], byte[]> record) {
        FakeLog.Entry entry =
                world.log().append(record.topic(), record.key(), record.value(), record.headers(), world.now());
        world.told(service, String.valueOf(entry.header("ce_subject")));
        return entry;
    }

    private Future<RecordMetadata> failed(TopicPartition partition) {
        return new Answer(null, new TimeoutException("no acknowledgement of " + partition));
    }

    /** What becomes of a record that was sent; whoever asks has to wait for it. */
    private final class Answer extends CompletableFuture<RecordMetadata> {
        Answer(@Nullable RecordMetadata metadata, @Nullable RuntimeException failure) {
            if (failure != null) completeExceptionally(failure);
            else complete(metadata);
        }

        @Override
        public RecordMetadata get() throws InterruptedException, ExecutionException {
            if (isCompletedExceptionally()) broken().clear();
            else world.step(Point.ACKNOWLEDGED, "");
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
