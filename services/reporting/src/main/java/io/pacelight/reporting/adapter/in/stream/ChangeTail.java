package io.pacelight.reporting.adapter.in.stream;

import io.pacelight.reporting.adapter.out.stream.ChangeJson;
import io.pacelight.reporting.application.Change;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Follows the changes of all instances from now on, by no group: each instance serves pages of its own. */
public final class ChangeTail implements SmartLifecycle {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Logger LOG = LoggerFactory.getLogger(ChangeTail.class);

    private final Supplier<org.apache.kafka.clients.consumer.Consumer<byte[], byte[]>> consumers;
    private final Consumer<Change> listener;
    private volatile @Nullable Thread reader;
    private volatile org.apache.kafka.clients.consumer.@Nullable Consumer<byte[], byte[]> current;
    private volatile boolean following;

    public ChangeTail(
            Supplier<org.apache.kafka.clients.consumer.Consumer<byte[], byte[]>> consumers, Consumer<Change> listener) {
        this.consumers = consumers;
        this.listener = listener;
    }

    /** Whether changes published from now on will be seen. */
    public boolean following() {
        return following;
    }

    @Override
    public void start() {
        Thread thread = Thread.ofPlatform().daemon().name("change-tail").unstarted(this::followForEver);
        reader = thread;
        thread.start();
    }

    private void followForEver() {
        while (reader != null) {
            try (var consumer = consumers.get()) {
                current = consumer;
                follow(consumer);
            } catch (WakeupException stopping) {
                return;
            } catch (KafkaException e) {
                following = false;
                LOG.atWarn().addKeyValue("error", e.getClass().getSimpleName()).log("changes not reached, again soon");
                pause();
            }
        }
    }

    private void follow(org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(ChangeJson.TOPIC).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) throw new UnknownTopicOrPartitionException(ChangeJson.TOPIC + " is not there yet");
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        for (TopicPartition partition : partitions) consumer.position(partition);
        following = true;
        while (reader != null)
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                Change change = ChangeJson.read(record.value());
                if (change != null) listener.accept(change);
            }
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        Thread running = reader;
        reader = null;
        following = false;
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
}
