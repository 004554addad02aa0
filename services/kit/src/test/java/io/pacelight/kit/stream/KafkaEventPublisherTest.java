package io.pacelight.kit.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pacelight.events.AttemptVoided;
import io.pacelight.events.Envelope;
import io.pacelight.kit.state.EventPublisher.NotPublished;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class KafkaEventPublisherTest {
    private static final Instant NOON = Instant.parse("2026-10-26T12:00:00Z");

    /** Cannot queue the first record and says so as Kafka does: by a future that has failed already. */
    private static final class FullForOne extends MockProducer<byte[], byte[]> {
        private boolean full = true;

        FullForOne() {
            super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
            if (!full) return super.send(record);
            full = false;
            return CompletableFuture.failedFuture(new TimeoutException("no room within 10 s"));
        }
    }

    @Test
    void an_event_that_cannot_be_queued_is_not_overtaken_by_the_next_one() {
        FullForOne producer = new FullForOne();
        assertThatThrownBy(() -> new KafkaEventPublisher(producer).publish(List.of(event(19), event(20))))
                .isInstanceOf(NotPublished.class);
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void a_broker_that_does_not_answer_is_waited_for_no_longer_than_the_patience() {
        MockProducer<byte[], byte[]> silent =
                new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
        KafkaEventPublisher publisher = new KafkaEventPublisher(silent, Duration.ofMillis(20));
        assertThatThrownBy(() -> publisher.publish(List.of(event(1)))).isInstanceOf(NotPublished.class);
        assertThat(silent.history()).hasSize(1);
    }

    private static Envelope<?> event(long sequence) {
        AttemptVoided voided = new AttemptVoided("d", "a" + sequence, "s", "c", NOON, null, null);
        return new Envelope<>("id-" + sequence, "/test", "d|a", sequence, NOON, null, voided);
    }
}
