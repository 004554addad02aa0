package io.pacelight.reporting.adapter.in.stream;

import io.pacelight.events.Topics;
import io.pacelight.kit.stream.TopicTail;
import io.pacelight.kit.stream.TopicTails;
import io.pacelight.reporting.adapter.out.stream.ChangeJson;
import io.pacelight.reporting.application.Change;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.SmartLifecycle;

/** Follows the changes of all instances from now on: each instance serves pages of its own. */
public final class ChangeTail implements SmartLifecycle {
    private final Consumer<Change> listener;
    private final TopicTail tail;

    public ChangeTail(TopicTails tails, Consumer<Change> listener) {
        this.listener = listener;
        this.tail = tails.of("change-tail", List.of(Topics.REPORTING_CHANGES), TopicTail.From.NOW, this::take);
    }

    /** Whether changes published from now on will be seen. */
    public boolean following() {
        return tail.caughtUp();
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        Change change = ChangeJson.read(record.value());
        if (change != null) listener.accept(change);
    }

    @Override
    public void start() {
        tail.start();
    }

    @Override
    public void stop() {
        tail.stop();
    }

    @Override
    public boolean isRunning() {
        return tail.isRunning();
    }
}
