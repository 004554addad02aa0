package io.pacelight.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends to a broker in the given directory until it is killed, and says each value the broker has acknowledged. */
final class BrokerWriter {
    static final String TOPIC = "attempts";

    private BrokerWriter() {}

    public static void main(String[] arguments) {
        EmbeddedBroker broker = EmbeddedBroker.start(Path.of(arguments[0]), 0);
        broker.createTopics(List.of(new TopicSpec(TOPIC, 1)));
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (int n = 0; ; n++) {
                String value = Integer.toString(n);
                producer.send(new ProducerRecord<>(TOPIC, value), (_, failure) -> {
                    if (failure == null) System.out.println(value + ".");
                });
                if (n % 100 == 0) producer.flush();
            }
        }
    }
}
