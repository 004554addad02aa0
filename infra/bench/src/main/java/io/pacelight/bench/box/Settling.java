package io.pacelight.bench.box;

import io.pacelight.events.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Knows when a box has handled everything: every service has committed the ends of all that it reads, and for a while nothing is
 * told, as clocks would that have struck meanwhile.
 */
public final class Settling implements AutoCloseable {
    private static final long QUIET_NANOS = 2_000_000_000L;
    private static final long PATIENCE_NANOS = 1_800_000_000_000L;
    private static final Map<String, List<String>> READ = Map.of(
            "assessment", List.of(Topics.PEOPLE, Topics.STUDENTS),
            "progression", List.of(Topics.ATTEMPTS, Topics.STUDENTS, Topics.PROGRESSION_INPUTS, Topics.MASTERY),
            "intervention", List.of(Topics.STUDENTS, Topics.ATTENDANCE, Topics.MASTERY, Topics.INTERVENTION_INPUTS),
            "reporting", List.of(Topics.STUDENTS, Topics.ATTEMPTS, Topics.MASTERY, Topics.TASKS, Topics.PEOPLE));

    private final Admin admin;
    private final List<TopicPartition> partitions = new ArrayList<>();

    public Settling(String broker) {
        admin = Admin.create(Map.of("bootstrap.servers", broker));
        List<String> topics =
                READ.values().stream().flatMap(List::stream).distinct().toList();
        ask(() -> admin.describeTopics(topics).allTopicNames().get())
                .forEach((name, topic) ->
                        topic.partitions().forEach(each -> partitions.add(new TopicPartition(name, each.partition()))));
    }

    private interface Question<T> {
        T ask() throws ExecutionException, InterruptedException;
    }

    private static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker of the box does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Returns when the box has come to rest; answers the nanoTime at which it was first seen so. */
    public long await() {
        long giveUp = System.nanoTime() + PATIENCE_NANOS;
        Map<TopicPartition, Long> before = Map.of();
        long seen = 0;
        while (System.nanoTime() < giveUp) {
            long looked = System.nanoTime();
            Map<TopicPartition, Long> ends = ends();
            if (!handled(ends)) before = Map.of();
            else if (!ends.equals(before)) {
                before = ends;
                seen = looked;
            } else if (looked - seen >= QUIET_NANOS) return seen;
            Box.pause(100);
        }
        throw new IllegalStateException("the box does not come to rest");
    }

    private Map<TopicPartition, Long> ends() {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions.forEach(each -> latest.put(each, OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        ask(() -> admin.listOffsets(latest).all().get()).forEach((each, info) -> ends.put(each, info.offset()));
        return ends;
    }

    private boolean handled(Map<TopicPartition, Long> ends) {
        for (Map.Entry<String, List<String>> group : READ.entrySet()) {
            Map<TopicPartition, OffsetAndMetadata> committed = ask(() -> admin.listConsumerGroupOffsets(group.getKey())
                    .partitionsToOffsetAndMetadata()
                    .get());
            for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
                if (!group.getValue().contains(end.getKey().topic()) || end.getValue() == 0) continue;
                OffsetAndMetadata done = committed.get(end.getKey());
                if (done == null || done.offset() < end.getValue()) return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        admin.close();
    }
}
