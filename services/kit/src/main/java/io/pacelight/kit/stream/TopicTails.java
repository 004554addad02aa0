package io.pacelight.kit.stream;

import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Opens tails on this installation's broker. */
public final class TopicTails {
    private final Supplier<Consumer<byte[], byte[]>> consumers;

    public TopicTails(Supplier<Consumer<byte[], byte[]>> consumers) {
        this.consumers = consumers;
    }

    /** A tail that is not started; see {@link TopicTail} for what the arguments mean. */
    public TopicTail of(
            String name,
            List<String> topics,
            TopicTail.From from,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        return new TopicTail(name, consumers, topics, from, reader);
    }
}
