package io.pacelight.bench.load;

import io.pacelight.events.AttemptRecorded;
import io.pacelight.events.EvidenceJudged;
import io.pacelight.events.StudentEvent;
import io.pacelight.events.Topics;
import io.pacelight.events.UnreadableEvent;
import io.pacelight.kit.stream.CloudEventHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Sees from outside when each attempt has become visible: its judgement stands on the mastery topic, and the reports have committed
 * beyond it, which they do after their rows are stored. What is seen is at most one look later than it was.
 */
final class Visibility implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final String REPORTS = "reporting";

    private final KafkaConsumer<byte[], byte[]> tail;
    private final Admin admin;
    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private final Map<String, String> attemptOfPair = new HashMap<>();
    private final Map<String, Position> judgementOfPair = new HashMap<>();
    private final List<Judged> open = new ArrayList<>();
    private final Thread thread;
    private volatile boolean running = true;
    private volatile @Nullable RuntimeException failed;

    private record Position(TopicPartition partition, long offset) {}

    private record Judged(String attempt, Position at) {}

    Visibility(String broker) {
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

    /** The nanoTime at which each attempt was seen to be visible, by its id. */
    Map<String, Long> seen() {
        RuntimeException reason = failed;
        if (reason != null) throw new IllegalStateException("the watch has ended", reason);
        return seen;
    }

    private void watch() {
        try {
            while (running) {
                for (ConsumerRecord<byte[], byte[]> record : tail.poll(LOOK)) take(record);
                match();
                if (!open.isEmpty()) look();
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
        switch (event) {
            case AttemptRecorded attempt ->
                attemptOfPair.putIfAbsent(attempt.key() + '|' + attempt.competency(), attempt.attempt());
            case EvidenceJudged judged ->
                judgementOfPair.putIfAbsent(
                        judged.key() + '|' + judged.competency(),
                        new Position(new TopicPartition(record.topic(), record.partition()), record.offset()));
            default -> {}
        }
    }

    /** An attempt and its judgement are on two topics, of which either may be read first. */
    private void match() {
        for (Iterator<Map.Entry<String, Position>> each =
                        judgementOfPair.entrySet().iterator();
                each.hasNext(); ) {
            Map.Entry<String, Position> judgement = each.next();
            String attempt = attemptOfPair.remove(judgement.getKey());
            if (attempt == null) continue;
            open.add(new Judged(attempt, judgement.getValue()));
            each.remove();
        }
    }

    private void look() {
        try {
            long now = System.nanoTime();
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(REPORTS)
                    .partitionsToOffsetAndMetadata()
                    .get();
            for (Iterator<Judged> each = open.iterator(); each.hasNext(); ) {
                Judged judged = each.next();
                OffsetAndMetadata upTo = committed.get(judged.at().partition());
                if (upTo == null || upTo.offset() <= judged.at().offset()) continue;
                seen.putIfAbsent(judged.attempt(), now);
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
