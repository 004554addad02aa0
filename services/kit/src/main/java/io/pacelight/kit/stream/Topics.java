package io.pacelight.kit.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** A cluster's topics, held against the plan. */
public final class Topics {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Topics() {}

    /**
     * Creates what is missing, with as many replicas as the cluster gives by default, and sets what is set otherwise.
     * Says what it did, a line for each topic that it touched.
     *
     * @throws IllegalStateException if the cluster does not answer, or a topic has another number of partitions: that
     *     would send a student's facts to another partition, so nobody changes it in passing
     */
    public static List<String> apply(Admin admin, Collection<TopicPlan> plans) {
        Map<String, TopicDescription> there = there(admin, plans);
        refuseOtherPartitions(plans, there);
        List<String> done = new ArrayList<>();
        List<NewTopic> missing = new ArrayList<>();
        for (TopicPlan plan : plans)
            if (!there.containsKey(plan.name())) {
                missing.add(new NewTopic(plan.name(), Optional.of(plan.partitions()), Optional.empty())
                        .configs(plan.configs()));
                done.add("created " + plan.name());
            }
        if (!missing.isEmpty()) {
            await(admin.createTopics(missing).all());
            awaitServed(admin, missing);
        }
        done.addAll(setWhatDiffers(admin, plans, there.keySet()));
        return List.copyOf(done);
    }

    /**
     * What the controller has created, brokers come to know and leaders to serve a moment later; services may start when they
     * do. A client gives up at once on a topic that the broker it asks has not heard of, so it is asked again.
     */
    private static void awaitServed(Admin admin, List<NewTopic> created) {
        Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
        for (NewTopic topic : created)
            for (int partition = 0; partition < topic.numPartitions(); partition++)
                partitions.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                await(admin.listOffsets(partitions).all());
                return;
            } catch (IllegalStateException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > end) throw e;
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the topics were applied", e);
        }
    }

    private static Map<String, TopicDescription> there(Admin admin, Collection<TopicPlan> plans) {
        Set<String> names = await(admin.listTopics().names());
        return await(admin.describeTopics(plans.stream()
                        .map(TopicPlan::name)
                        .filter(names::contains)
                        .toList())
                .allTopicNames());
    }

    private static void refuseOtherPartitions(Collection<TopicPlan> plans, Map<String, TopicDescription> there) {
        for (TopicPlan plan : plans) {
            TopicDescription topic = there.get(plan.name());
            if (topic != null && topic.partitions().size() != plan.partitions())
                throw new IllegalStateException(
                        "%s has %d partitions, the plan says %d. Keys would move to other partitions: write the facts anew into topics of the planned size, or correct topics.yaml"
                                .formatted(plan.name(), topic.partitions().size(), plan.partitions()));
        }
    }

    private static List<String> setWhatDiffers(Admin admin, Collection<TopicPlan> plans, Set<String> existing) {
        Map<String, TopicPlan> wanted = new TreeMap<>();
        for (TopicPlan plan : plans) if (existing.contains(plan.name())) wanted.put(plan.name(), plan);
        if (wanted.isEmpty()) return List.of();
        List<ConfigResource> topics = wanted.keySet().stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        List<String> done = new ArrayList<>();
        await(admin.describeConfigs(topics).all()).forEach((topic, set) -> {
            TopicPlan plan = wanted.get(topic.name());
            List<AlterConfigOp> ops = plan == null ? List.of() : differences(plan, set);
            if (ops.isEmpty()) return;
            changes.put(topic, ops);
            done.add("set " + topic.name() + ": "
                    + String.join(
                            ", ",
                            ops.stream().map(op -> op.configEntry().name()).toList()));
        });
        if (!changes.isEmpty()) await(admin.incrementalAlterConfigs(changes).all());
        return List.copyOf(done);
    }

    private static List<AlterConfigOp> differences(TopicPlan plan, Config set) {
        List<AlterConfigOp> ops = new ArrayList<>();
        new TreeMap<>(plan.configs()).forEach((name, value) -> {
            ConfigEntry entry = set.get(name);
            if (entry == null || !value.equals(entry.value()))
                ops.add(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET));
        });
        return ops;
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalStateException("the cluster refused: " + cause.getMessage(), cause);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the cluster did not answer within " + PATIENCE.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the topics were applied", e);
        }
    }
}
