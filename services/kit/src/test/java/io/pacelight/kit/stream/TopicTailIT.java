package io.pacelight.kit.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.embedded.EmbeddedBroker;
import io.pacelight.embedded.TopicSpec;
import io.pacelight.kit.testing.Eventually;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker of its own, since it goes away in between. */
class TopicTailIT {
    private static final String TOPIC = "tailed.v1";

    @TempDir
    Path data;

    private int port;
    private EmbeddedBroker broker;
    private final List<String> seen = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        broker = EmbeddedBroker.start(data, port);
        broker.createTopics(List.of(new TopicSpec(TOPIC, 2)));
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    private TopicTail tail(TopicTail.From from) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "key.deserializer",
                ByteArrayDeserializer.class,
                "value.deserializer",
                ByteArrayDeserializer.class);
        return new TopicTails(() -> new KafkaConsumer<byte[], byte[]>(settings))
                .of("test-tail", List.of(TOPIC), from, this::see);
    }

    private void see(ConsumerRecord<byte[], byte[]> record) {
        String value = new String(record.value(), StandardCharsets.UTF_8);
        if (value.equals("stumble")) throw new IllegalArgumentException("not a value for this reader");
        seen.add(value);
    }

    private void write(String... values) throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "key.serializer",
                ByteArraySerializer.class,
                "value.serializer",
                ByteArraySerializer.class);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings)) {
            for (String value : values)
                producer.send(new ProducerRecord<>(TOPIC, value.getBytes(StandardCharsets.UTF_8)))
                        .get();
        }
    }

    @Test
    void from_the_beginning_it_has_caught_up_when_all_that_was_there_is_read() throws Exception {
        write("a", "b", "c");
        TopicTail tail = tail(TopicTail.From.BEGINNING);

        tail.start();
        tail.awaitCaughtUp();

        assertThat(seen).containsExactlyInAnyOrder("a", "b", "c");
        tail.stop();
    }

    @Test
    void from_now_on_it_sees_only_what_comes_after_it_has_caught_up() throws Exception {
        write("before");
        TopicTail tail = tail(TopicTail.From.NOW);
        tail.start();
        tail.awaitCaughtUp();

        write("after");

        Eventually.holds(() -> assertThat(seen).containsExactly("after"));
        tail.stop();
    }

    @Test
    void a_record_its_reader_stumbles_over_is_left_out_and_the_next_is_read() throws Exception {
        TopicTail tail = tail(TopicTail.From.BEGINNING);
        tail.start();

        write("stumble", "next");

        Eventually.holds(() -> assertThat(seen).containsExactly("next"));
        tail.stop();
    }

    @Test
    void after_the_broker_was_away_it_goes_on_where_it_was() throws Exception {
        TopicTail tail = tail(TopicTail.From.NOW);
        tail.start();
        tail.awaitCaughtUp();
        write("one");
        Eventually.holds(() -> assertThat(seen).containsExactly("one"));

        broker.close();
        broker = EmbeddedBroker.start(data, port);
        write("two");

        Eventually.holds(() -> assertThat(seen).containsExactly("one", "two"));
        tail.stop();
    }
}
