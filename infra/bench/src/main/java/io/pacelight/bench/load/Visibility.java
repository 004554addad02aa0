package io.pacelight.bench.load;

import io.pacelight.events.AttemptRecorded;
import io.pacelight.events.EvidenceJudged;
import io.pacelight.events.StudentEvent;
import io.pacelight.events.Topics;
import io.pacelight.events.UnreadableEvent;
import io.pacelight.kit.stream.CloudEventHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Sees from outside how far attempts have come: recorded and on their way to Kafka; judged, by the first judgement that knows them;
 * and visible, once the reports have committed beyond that judgement, which they do after their rows are stored. What is seen to
 * be visible is at most one look later than it was.
 */
final class Visibility implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final String REPORTS = "reporting";

    private final Set<String> followed;
    private final KafkaConsumer<byte[], byte[]> tail;
    private final Admin admin;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private final Map<String, Recorded> recordedOfPair = new HashMap<>();
    private final Map<String, List<Judgement>> judgementsOfPair = new HashMap<>();
    private final List<Judged> judged = new ArrayList<>();
    private final Thread thread;
    private volatile boolean running = true;
    private volatile @Nullable RuntimeException failed;

    /** Stages of one attempt, as {@link System#nanoTime}; the first two when the event was handed to its producer, in whole milliseconds. */
    record Seen(long recorded, long judged, long visible) {}

    private record Recorded(String id, @Nullable Instant assessedAt, long at) {}

    private record Judgement(TopicPartition partition, long offset, Instant lastAttemptAt, long at) {}

    private record Judged(Recorded attempt, Judgement by) {}

    /** @param followed ids of attempts; one of each student and competency */
    Visibility(String broker, Set<String> followed) {
        this.followed = Set.copyOf(followed);
        tail = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker, "fetch.max.wait.ms", 20, "max.poll.records", 5_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        admin = Admin.create(Map.of("bootstrap.servers", broker));
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : List.of(Topics.ATTEMPTS, Topics.MASTERY))
            tail.partitionsFor(topic).forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        tail.assign(partitions);
        tail.seekToEnd(partitions);
        partitions.forEach(tail::position);
        thread = Thread.ofPlatform().daemon().name("visibility").start(this::watch);
    }

    /** The followed attempts that are visible, by their id. */
    Map<String, Seen> seen() {
        RuntimeException reason = failed;
        if (reason != null) throw new IllegalStateException("the watch has ended", reason);
        return seen;
    }

    private void watch() {
        try {
            while (running) {
                for (ConsumerRecord<byte[], byte[]> record : tail.poll(LOOK)) take(record);
                if (!judged.isEmpty()) look();
            }
        } catch (RuntimeException e) {
            failed = e;
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        StudentEvent event;
        try {
            var envelope =
                    CloudEventHeaders.read(record.headers(), record.value()).orElse(null);
            if (envelope == null || !(envelope.data() instanceof StudentEvent told)) return;
            event = told;
        } catch (UnreadableEvent e) {
            return;
        }
        long at = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis() - record.timestamp());
        switch (event) {
            case AttemptRecorded attempt
            when followed.contains(attempt.attempt()) -> {
                String pair = attempt.key() + '|' + attempt.competency();
                recordedOfPair.put(pair, new Recorded(attempt.attempt(), attempt.assessedAt(), at));
                match(pair);
            }
            case EvidenceJudged judgement
            when judgement.lastAttemptAt() != null -> {
                String pair = judgement.key() + '|' + judgement.competency();
                judgementsOfPair
                        .computeIfAbsent(pair, none -> new ArrayList<>())
                        .add(new Judgement(
                                new TopicPartition(record.topic(), record.partition()),
                                record.offset(),
                                judgement.lastAttemptAt(),
                                at));
                match(pair);
            }
            default -> {}
        }
    }

    /** An attempt and its judgement are on two topics, of which either may be read first. */
    private void match(String pair) {
        Recorded attempt = recordedOfPair.get(pair);
        if (attempt == null) return;
        for (Judgement judgement : judgementsOfPair.getOrDefault(pair, List.of())) {
            if (attempt.assessedAt() != null && judgement.lastAttemptAt().isBefore(attempt.assessedAt())) continue;
            judged.add(new Judged(attempt, judgement));
            recordedOfPair.remove(pair);
            return;
        }
    }

    private void look() {
        try {
            long now = System.nanoTime();
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(REPORTS)
                    .partitionsToOffsetAndMetadata()
                    .get();
            for (Iterator<Judged> each = judged.iterator(); each.hasNext(); ) {
                Judged next = each.next();
                OffsetAndMetadata upTo = committed.get(next.by().partition());
                if (upTo == null || upTo.offset() <= next.by().offset()) continue;
                Recorded attempt = next.attempt();
                seen.put(attempt.id(), new Seen(attempt.at(), next.by().at(), now));
                each.remove();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not say how far the reports have read", e);
        }
    }

    @Override
    public void close() {
        running = false;
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        tail.close();
        admin.close();
    }
}
