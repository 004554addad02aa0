package io.pacelight.kit.stream;

import io.opentelemetry.api.trace.SpanKind;
import io.pacelight.events.Envelope;
import io.pacelight.kit.observe.Traces;
import io.pacelight.kit.state.EventPublisher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;

/**
 * Publishes with an idempotent producer and {@code acks=all}, sending all before awaiting any. No event overtakes an
 * earlier one: what can't be queued ends the sending, and what is queued is never given up by the producer, only no
 * longer waited for. Given up, it would be published again after those behind it.
 */
public final class KafkaEventPublisher implements EventPublisher {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Producer<byte[], byte[]> producer;
    private final Traces traces;
    private final Duration patience;

    public KafkaEventPublisher(Producer<byte[], byte[]> producer, Traces traces) {
        this(producer, traces, PATIENCE);
    }

    /** Follows nothing. */
    public KafkaEventPublisher(Producer<byte[], byte[]> producer) {
        this(producer, PATIENCE);
    }

    /** Follows nothing. */
    public KafkaEventPublisher(Producer<byte[], byte[]> producer, Duration patience) {
        this(producer, Traces.NONE, patience);
    }

    /** @param patience how long to wait for acknowledgements; what is on its way then still arrives if it can */
    public KafkaEventPublisher(Producer<byte[], byte[]> producer, Traces traces, Duration patience) {
        this.producer = producer;
        this.traces = traces;
        this.patience = patience;
    }

    @Override
    public void publish(List<Envelope<?>> events) {
        // the span is beside the event's context, not in it: a repeat is the same record, header for header
        try (Traces.Following following = traces.publishing()) {
            for (Envelope<?> event : events) following.open(event.topic() + " publish", SpanKind.PRODUCER, event);
            try {
                send(events);
            } catch (NotPublished e) {
                following.failed(e);
                throw e;
            }
        }
    }

    private void send(List<Envelope<?>> events) {
        List<Future<?>> sent = new ArrayList<>(events.size());
        try {
            for (Envelope<?> event : events) {
                Future<?> acknowledgement = producer.send(CloudEventHeaders.write(event));
                if (acknowledgement.isDone())
                    acknowledgement.get(); // a send that fails at once throws nothing by itself
                sent.add(acknowledgement);
            }
            long giveUp = System.nanoTime() + patience.toNanos();
            for (Future<?> acknowledgement : sent)
                acknowledgement.get(Math.max(0, giveUp - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotPublished("interrupted while " + events.size() + " events were on their way", e);
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            throw new NotPublished("of " + events.size() + " events some were not acknowledged", e);
        }
    }
}
