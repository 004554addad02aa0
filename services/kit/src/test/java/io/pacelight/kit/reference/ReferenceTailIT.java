package io.pacelight.kit.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.embedded.TestPlatform;
import io.pacelight.embedded.TopicSpec;
import io.pacelight.events.Envelope;
import io.pacelight.events.EventIds;
import io.pacelight.events.MasteryPolicyChanged;
import io.pacelight.events.ReferenceEvent;
import io.pacelight.kit.stream.CloudEventHeaders;
import io.pacelight.kit.stream.TopicTails;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class ReferenceTailIT {
    private final String topic = "reference." + UUID.randomUUID();

    private static MasteryPolicyChanged policy(String name, long version) {
        return new MasteryPolicyChanged("d", "district", name, Map.of(), version);
    }

    private void tell(long sequence, ReferenceEvent fact) throws ExecutionException, InterruptedException {
        Envelope<?> event = new Envelope<>(
                EventIds.of("cause", "policy", "d|district", sequence),
                "/pacelight/test",
                "d|district",
                sequence,
                Instant.EPOCH,
                null,
                fact);
        ProducerRecord<byte[], byte[]> record = CloudEventHeaders.write(event);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestPlatform.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, null, record.key(), record.value(), record.headers()))
                    .get();
        }
    }

    @Test
    void a_fact_that_is_told_again_after_a_later_one_does_not_take_its_place() throws Exception {
        TestPlatform.createTopics(List.of(new TopicSpec(topic, 1)));
        tell(1, policy("highest", 1));
        tell(3, policy("latest", 3));
        tell(2, policy("decaying-average", 2));
        tell(3, policy("latest", 3));
        ReferenceTail book = new ReferenceTail(
                new TopicTails(() -> new KafkaConsumer<>(
                        Map.of("bootstrap.servers", TestPlatform.bootstrapServers()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())),
                List.of(topic),
                fact -> true);
        List<ReferenceEvent> followed = new ArrayList<>();
        book.follow(followed::add);

        book.start();
        try {
            assertThat(book.find(MasteryPolicyChanged.class, policy("latest", 3).key()))
                    .contains(policy("latest", 3));
            assertThat(book.all(MasteryPolicyChanged.class)).containsExactly(policy("latest", 3));
            assertThat(followed).containsExactly(policy("highest", 1), policy("latest", 3));
        } finally {
            book.stop();
        }
    }
}
