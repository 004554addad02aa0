package io.pacelight.faults.process;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.pacelight.events.Topics;
import io.pacelight.kit.mongo.MongoStateStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;

/** Knows when nothing is left to do: every group has read everything and no document has anything left to tell. */
final class Quiet implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Map<String, List<String>> READS = Map.of(
            "roster-last-word",
            List.of(Topics.REFERENCE, Topics.PEOPLE, Topics.CURRICULUM, Topics.STUDENTS),
            "assessment",
            List.of(Topics.PEOPLE, Topics.STUDENTS),
            "progression",
            List.of(Topics.ATTEMPTS, Topics.STUDENTS, Topics.PROGRESSION_INPUTS, Topics.MASTERY),
            "progression-rules",
            List.of(Topics.POLICIES, Topics.REFERENCE, Topics.CURRICULUM),
            "progression-last-word",
            List.of(Topics.POLICIES),
            "intervention",
            List.of(Topics.STUDENTS, Topics.ATTENDANCE, Topics.MASTERY, Topics.INTERVENTION_INPUTS),
            "intervention-reference",
            List.of(Topics.REFERENCE, Topics.CURRICULUM),
            "reporting",
            List.of(Topics.STUDENTS, Topics.ATTEMPTS, Topics.MASTERY, Topics.TASKS, Topics.PEOPLE));

    private final Admin admin;
    private final MongoClient store;

    private final List<Part> parts;

    /** @param parts those that must have nothing left to do */
    Quiet(Installation installation, List<Part> parts) {
        this.parts = parts;
        this.admin = Admin.create(Map.of("bootstrap.servers", installation.bootstrap()));
        this.store = MongoClients.create(installation.storeUri());
    }

    /** Returns when it has been quiet at two looks in a row. */
    void await() {
        String[] why = {""};
        int[] quiet = {0};
        boolean came = Pause.within(PATIENCE, () -> {
            Pause.millis(500);
            why[0] = unrest();
            quiet[0] = why[0].isEmpty() ? quiet[0] + 1 : 0;
            return quiet[0] == 2;
        });
        if (!came) throw new IllegalStateException("there is no end of work: " + why[0]);
    }

    /** What is still to be done, or nothing. */
    String unrest() {
        try {
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            admin.describeTopics(READS.values().stream()
                            .flatMap(List::stream)
                            .distinct()
                            .toList())
                    .allTopicNames()
                    .get()
                    .forEach((name, topic) -> topic.partitions()
                            .forEach(info ->
                                    latest.put(new TopicPartition(name, info.partition()), OffsetSpec.latest())));
            Map<TopicPartition, Long> ends = new HashMap<>();
            admin.listOffsets(latest).all().get().forEach((partition, info) -> ends.put(partition, info.offset()));
            for (Map.Entry<String, List<String>> group : READS.entrySet()) {
                if (parts.stream()
                        .noneMatch(part -> group.getKey().split("-", 2)[0].equals(part.label()))) continue;
                Map<TopicPartition, OffsetAndMetadata> done = admin.listConsumerGroupOffsets(group.getKey())
                        .partitionsToOffsetAndMetadata()
                        .get();
                long lag = 0;
                for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
                    if (!group.getValue().contains(end.getKey().topic())) continue;
                    OffsetAndMetadata at = done.get(end.getKey());
                    lag += end.getValue() - (at == null ? 0 : at.offset());
                }
                if (lag > 0) return group.getKey() + " has " + lag + " records to read";
            }
        } catch (ExecutionException e) {
            return "the broker does not answer: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        for (Part part : parts) {
            MongoDatabase database = store.getDatabase(part.label());
            for (Document writer :
                    database.getCollection(MongoStateStore.WRITERS).find()) {
                String[] id = writer.getString("_id").split("\\|", 2);
                long left = database.getCollection(id[0])
                        .countDocuments(Filters.and(
                                Filters.eq("wr", id[1]),
                                Filters.gt("wn", writer.getLong("told")),
                                Filters.eq("pending", true)));
                if (left > 0) return part.label() + "." + id[0] + " has " + left + " documents with something to tell";
            }
        }
        return "";
    }

    @Override
    public void close() {
        admin.close();
        store.close();
    }
}
