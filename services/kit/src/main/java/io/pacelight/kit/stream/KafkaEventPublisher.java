package io.pacelight.kit.stream;

import io.pacelight.events.Envelope;
import io.pacelight.kit.state.EventPublisher;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;

/** Publishes with an idempotent producer and {@code acks=all}, sending all before awaiting any. */
public final class KafkaEventPublisher implements EventPublisher {
    private final Producer<byte[], byte[]> producer;

    public KafkaEventPublisher(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    @Override
    public void publish(List<Envelope<?>> events) {
        List<Future<?>> sent = new ArrayList<>(events.size());
        try {
            for (Envelope<?> event : events) sent.add(producer.send(CloudEventHeaders.write(event)));
            for (Future<?> acknowledgement : sent) acknowledgement.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotPublished("interrupted while " + events.size() + " events were on their way", e);
        } catch (ExecutionException | RuntimeException e) {
            throw new NotPublished("of " + events.size() + " events some were not acknowledged", e);
        }
    }
}
